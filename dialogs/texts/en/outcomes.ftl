# The outcomes. Each says what the law says, what officials said and what is not settled, and never mixes them.

outcome-other_country = The case is not a case of Tajikistan
    .law = The law of Tajikistan decides about verdicts of its own courts. It cannot reopen a verdict of another country.
    .officials = We know of no statement by officials of Tajikistan about verdicts of other countries.
    .unsettled = Whether the law of that country offers a way: only a lawyer there can say.
    .steps =
        1. Ask a lawyer in the country whose court decided.
        2. Ask there for free legal aid and for human rights organisations.
        3. If Tajikistan has a case too, go through the questions again for that case.

outcome-wanted_abroad = A lawyer first, before any other step
    .law = Criminal Code, Article 13, part 1: a law that removes the criminality of an act also applies to acts done before it took effect. Whether it helps here depends on the articles and on what was done.
    .officials = We know of no statement by officials about people who are abroad and wanted.
    .unsettled = Whether the search and the case will be ended, and how to ask for it from abroad.
    .steps =
        1. Speak with a lawyer before any other step.
        2. The lawyer finds out which articles are in the case and what the person is said to have done.
        3. We do not advise to return and we do not advise not to return. Decide that only with a lawyer who knows the case.

outcome-record_expired = The record has already ended
    .law = Criminal Code, Article 13, part 1: the newer law reaches people who served a sentence and still have a record. Article 84, part 3: a record ends after a set time. Article 84, part 7: when it ends, the legal consequences end too.
    .officials = We know of no statement by officials about people whose record has ended.
    .unsettled = Whether a review can still be asked for after the record has ended.
    .steps =
        1. Ask for a certificate about the criminal record.
        2. If it still shows a record, take it and the release certificate to a lawyer.
        3. If it shows none, keep it with your papers.

outcome-not_covered_articles = The 2025 law does not cover these articles
    .law = Law No. 2169 of 14.05.2025 changed only the notes to Articles 179(3) and 307(1) of the Criminal Code. It did not change the articles in this case, even if the act was a like.
    .officials = We know of no statement by officials that such cases will be reviewed because of this law.
    .unsettled = Whether the right article was chosen for what was done. A lawyer can look at that.
    .steps =
        1. Check the numbers at the end of the verdict, or in the charge, once more. 307 and 307(1) are different articles, 179 and 179(3) too.
        2. Show the papers to a lawyer.
        3. If a sentence is being served, ask the lawyer about other ways: parole, a milder punishment, pardon, amnesty.

outcome-mixed_articles = One article is covered, another is not
    .law = Criminal Code, Article 13, part 1: a law that removes the criminality of an act has retroactive force. Article 67: for several crimes the court sets a punishment for each crime separately, then a final one. Article 13 does not say that every article in the verdict must be covered. Neither article says what follows when only one is.
    .officials = The chairman of the Supreme Court said on 07.08.2025 that where other articles stand in the verdict too, current law allows no review and no mitigation.
    .unsettled = Whether the covered article can be taken out and the total punishment counted again. This is a question for a lawyer.
    .steps =
        1. If there is a verdict, get a copy. Mark the punishment the court set for each article.
        2. Ask a lawyer about taking out the covered article and counting the rest again (Articles 13 and 67).
        3. If a sentence is being served, ask the lawyer about other ways: parole, a milder punishment, pardon, amnesty.

outcome-not_covered_conduct = The case rests on more than likes or reposts
    .law = The notes to Articles 179(3) and 307(1) except only approval: placing a like or another sign. They do not name comments, posts of one's own, messages or other acts.
    .officials = The chairman of the Supreme Court spoke on 07.08.2025 of likes and reposts only. In February 2026 the Prosecutor General spoke of an instruction not to open new cases over likes and other comments.
    .unsettled = What «another sign» means: the law does not define it. Whether a comment made of one sign only belongs to it is a question for a lawyer.
    .steps =
        1. Read in the verdict or the charge what exactly it says was done. Mark each act and its date.
        2. Show it to a lawyer: perhaps one part of it was only a like.
        3. If a sentence is being served, ask the lawyer about other ways: parole, a milder punishment, pardon, amnesty.

outcome-arguable_repost = Officials name reposts, the law does not
    .law = The notes to Articles 179(3) and 307(1) except approval: placing a like or another sign. The word repost is not there.
    .officials = The chairman of the Supreme Court said on 07.08.2025 that if a verdict was given only for likes or reposts, the courts are ready to review it.
    .unsettled = Whether a court will treat a repost as «another sign». We know of no published decision. Which court, which form and which deadline are not settled either.
    .steps =
        1. Get a copy of the verdict or the charge. Mark what it says was done.
        2. Show a lawyer both: the words of the notes and the statement of 07.08.2025.
        3. Ask the lawyer what to ask for, and where: a review or, before a verdict, an end of the case.
        4. Pay no one who promises a result.

outcome-arguable_limb = Calls are in the charge, the exception is for justification
    .law = The exception for a like or another sign stands in the notes to Articles 179(3) and 307(1), in the definition of public justification. Criminal Code, Article 11(1), part 1: a rule worded ambiguously or read in two ways is read in favour of the accused, the defendant or the convict.
    .officials = We know of no statement by officials that tells calls and justification apart.
    .unsettled = Whether a like that the papers name a call falls under the exception. We know of no published decision.
    .steps =
        1. Get a copy of the paper with the charge. Mark the words used for the like.
        2. Ask a lawyer whether the like was really a call, and whether Article 11(1), part 1, helps.
        3. Pay no one who promises a result.

outcome-case_should_end = By the text of the law, a like alone is not this crime
    .law = The notes to Articles 179(3) and 307(1) except approval: placing a like or another sign. Criminal Code, Article 13, part 1: once a law that removes the criminality of an act takes effect, the earlier act is not considered a crime.
    .officials = In October 2024 the President told the Ministry of Internal Affairs to stop cases over likes. In February 2026 the Prosecutor General spoke of an instruction not to open new cases over likes and other comments.
    .unsettled = The exact day the 2025 law took effect, and by which article of the Criminal Procedure Code the case is ended. We have not verified these.
    .steps =
        1. Get a lawyer now. The Constitution, Article 19, gives this right from the moment of detention.
        2. Ask the lawyer to request that the case be ended, with the note to the article and Article 13, part 1.
        3. Sign nothing that you do not understand. Ask for an interpreter if the language is not clear.

outcome-appeal_now = The time for an appeal is short: ask a lawyer today
    .law = The notes to Articles 179(3) and 307(1) except approval: placing a like or another sign. Criminal Code, Article 13, part 1: once a law that removes the criminality of an act takes effect, the earlier act is not considered a crime.
    .officials = The chairman of the Supreme Court said on 07.08.2025 that if a verdict was given only for likes or reposts, the courts are ready to review it.
    .unsettled = How many days there are for the appeal. The time is short, and we have not verified it.
    .steps =
        1. Go to a lawyer today. Take the verdict, and the dates on which the convict and the family got a copy.
        2. Ask the lawyer to appeal, with the note to the article and Article 13, part 1.
        3. Write down the day the appeal was handed in and keep the stamped copy.

outcome-record_cleared = By the text of the law, the record ends
    .law = Criminal Code, Article 84, part 2, clause «в»: a person has no record from the day a law that removes the criminality of the act takes effect. Article 13, part 1: such a law also reaches people who served the sentence and still have a record.
    .officials = We know of no statement by officials about records.
    .unsettled = How to prove that the record has ended, which office takes it off the lists, and the exact day the 2025 law took effect.
    .steps =
        1. Get a copy of the verdict and the release certificate.
        2. Ask for a certificate about the criminal record.
        3. If it shows a record, ask a lawyer to write, with Article 84, part 2, clause «в», and Article 13, part 1.

outcome-verdict_against_exception = The verdict came after the exception became law
    .law = The notes to Articles 179(3) and 307(1) except approval: placing a like or another sign. Criminal Code, Article 12: whether an act is a crime is decided by the law in force when it was done. Article 13, part 1: a law that removes criminality also reaches earlier acts.
    .officials = We know of no statement by officials about verdicts given after the law.
    .unsettled = Which court, which form and which deadline apply, and the exact day the 2025 law took effect.
    .steps =
        1. Get a copy of the verdict. Mark its date, the article and what was proved.
        2. Go to a lawyer soon: deadlines may be running and we have not verified them.
        3. Ask the lawyer to rely on the note to the article, which already held the exception.

outcome-strong_basis = There is a strong basis to ask for a review
    .law = Law No. 2169 of 14.05.2025 added an exception to the notes of Articles 179(3) and 307(1): approval, that is a like or another sign. Criminal Code, Article 13, part 1: a law that removes the criminality of an act also applies to people serving a sentence. The Constitution, Article 20: if liability for an act is abolished or made milder after it was done, the new law applies.
    .officials = The chairman of the Supreme Court said on 07.08.2025 that if a verdict was given only for likes or reposts, the courts are ready to review it.
    .unsettled = Which court to write to, in which form, by which deadline and who may sign. We have not verified these. The exact day the 2025 law took effect is not established here either.
    .steps =
        1. Get a copy of the verdict. Mark the article, what was proved and the word «сафедкунӣ» or «оправдание».
        2. Ask a lawyer, or the Legal Aid Centre of the Ministry of Justice, where and how to ask for the review.
        3. Keep a copy of everything you hand in, with the stamp and the date.
        4. Pay no one who promises a result.

note-refused_before = A request was refused before
    .text = If a request was already refused: keep the written answer. Ask a lawyer which reason it gives and whether it can be appealed. The deadline for that is not verified here.
note-pending_already = A request is already under way
    .text = If a request is already under way: find out where it lies and on which day it was handed in. Ask a lawyer before you write a second one.
note-art_189_before_2020 = A separate question about Article 189
    .text = If the act under Article 189 was before 17.12.2020: Law No. 1730 of 17.12.2020 changed part 1 of the article. In its present wording an act is a crime under part 1 only if the person had an administrative penalty for such an act within the year before. It is not settled on which day that law took effect and whether it reaches earlier verdicts. Ask a lawyer about it separately.

stage-investigation = Now, under investigation: ask for a lawyer before any statement.
stage-trial = Now, in court: ask for a lawyer before the court decides.
stage-verdict_not_in_force = Now, before the verdict is final: the time for an appeal is short and is not verified here. Ask a lawyer today.
stage-serving = While serving: ask the lawyer separately about parole and a milder punishment (Articles 76 and 77).
stage-non_custodial = With a suspended sentence, a fine or a restriction: keep to the duties the court set until there is a new decision.
stage-released = After release: keep the release certificate and the copy of the verdict.

label-law = LAW SAYS
label-officials = OFFICIALS SAID
label-unsettled = NOT SETTLED
label-notes = ALSO
label-steps = NEXT STEPS
rests-on = This rests on the text of the Criminal Code with changes up to { $amended }, as exported on { $exported }. It is information, not legal advice. A court decides, not this program. No lawyer in Tajikistan has checked these texts yet.

undecided-title = It cannot be decided yet
undecided = With these answers, all of this is still possible:
undecided-settled-by = This would settle it
undecided-steps = Get a copy of the paper and look there, or ask a lawyer to look. Then answer here. The other answers can be kept with a code: press «Save».
settles = { $question }. { $where }
answer-now = Answer: { $question }

would-change-title = What would change the result
would-change = Each of these other answers, taken alone, would lead elsewhere. Combinations are not shown.
would-lead = • { $question }: { $answer } → { $outcome }
would-open = • { $question }: { $answer } → further questions, then one of these: { $outcome }
would-answer = «{ $answers }»

basis-title = What this rests on
basis = Choose a provision or a statement to read it in plain words.
