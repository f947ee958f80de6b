# The questions. A fact is the question itself; .name in lists, .hint under it, .why and .where behind their buttons.

fact-jurisdiction = Which country's court or investigators have the case?
    .name = Country of the case
    .hint = Choose the country whose court gave the verdict. If there is no verdict yet, choose the country of the investigation.
    .why = The law of Tajikistan decides only about cases of Tajikistan.
    .where = Look at the top of the verdict: the name of the court is there. If there is no verdict, look at the top of any paper from the investigator.
answer-jurisdiction-tajikistan = Tajikistan
answer-jurisdiction-other_country = Another country

fact-stage = How far has the case gone?
    .name = Stage of the case
    .hint = Choose what is true today. Released early (on parole): choose «Released, or the sentence is over».
    .why = What can be done is different before a verdict, while serving, and after release.
    .where = Look at the newest paper: a paper from the investigator, a verdict, an answer to an appeal, or a release certificate. The day on which the verdict became final is often stamped on the copy of the verdict.
answer-stage-investigation = Under investigation
answer-stage-trial = In court, no verdict yet
answer-stage-verdict_not_in_force = Verdict given, not yet final
answer-stage-serving = Serving time in prison
answer-stage-non_custodial = Suspended sentence, fine, restriction
answer-stage-released = Released, or the sentence is over
answer-stage-wanted_abroad = Abroad and wanted by Tajikistan

fact-record = Does the person still have a criminal record?
    .name = Criminal record
    .hint = A record ends by itself after a set time. Press «Where is it written?» to count it.
    .why = Of people who served the sentence, Article 13, part 1, of the Criminal Code names those who still have a record.
    .where =
        Look at the release certificate for the day of release. Count from the day the main and any additional punishment ended; after early release, from the day of release from both (Criminal Code, Article 84, parts 3 and 4):
        • suspended sentence: until the probation period ends;
        • a punishment milder than restriction of liberty: 1 year;
        • restriction of liberty or prison for a minor or medium crime: 3 years;
        • prison for a grave crime: 5 years;
        • prison for an especially grave crime: 8 years.
        The category of the crime follows from the longest sentence the law sets for it; ask a lawyer if you do not know it. A new crime makes the count begin again. A court may end the record earlier. A certificate about the criminal record shows whether there is one.
answer-record-active = Yes, the record is still there
answer-record-expired = No, the record has ended

fact-articles = Which articles are in the verdict?
    .name = Articles
    .hint = Tick all of them, then press «Done». You can also type them as they are written in the paper. Before a verdict, take them from the charge.
    .why = The 2025 law changed only the notes to Articles 179(3) and 307(1). One more article can change the result.
    .where = Look at the end of the verdict, after the words «ҳукм кард» or «приговорил» (the court decided). Before a verdict, look at the decision to bring charges. Take the numbers only from there: the number in brackets matters. 307 and 307(1) are two different articles.
answer-articles-179-3 = 179(3) calls, justification: terrorism
answer-articles-307-1 = 307(1) calls, justification: extremism
answer-articles-179 = 179 terrorism
answer-articles-179-1 = 179(1) drawing into terrorism
answer-articles-179-2 = 179(2) financing terrorism
answer-articles-187 = 187 criminal association
answer-articles-189 = 189 inciting hatred
answer-articles-307 = 307 calls to overturn the order
answer-articles-307-2 = 307(2) extremist association
answer-articles-307-3 = 307(3) banned extremist organisation
answer-articles-307-4 = 307(4) extremist religious teaching
answer-articles-401-1 = 401(1) armed units abroad
answer-articles-other = Another article

fact-conduct = What does the verdict or the charge say was done?
    .name = What was done
    .hint = Tick everything the paper names, not what people say. Then press «Done». Tick a heart or another reaction under a post as a like here.
    .why = The exception in the law names only a like or another sign. It does not name a repost, a comment, a post or a message.
    .where = Look in the verdict at the part that describes what was proved, before the punishment. It says what was done, and where on the internet. Before a verdict, look at the decision to bring charges.
answer-conduct-like = A like or another reaction
answer-conduct-repost = A repost, sharing
answer-conduct-comment = A comment
answer-conduct-own_post = A post of one's own
answer-conduct-message = A message, a chat
answer-conduct-other = Other: membership, money, recruiting

fact-limb = Which word does the charge use?
    .name = Wording of the charge
    .hint = Articles 179(3) and 307(1) each name two things: calls («даъват», «призыв») and justification («сафедкунӣ», «оправдание»). Here the last two are words of the charge: they do not mean that the person is cleared.
    .why = The exception for a like stands in the definition of justification. It is not written beside calls.
    .where = Look at the description of the charge in the verdict for «сафедкунӣ» or «оправдание» (justification), «даъват» or «призыв» (call). The title of the article has both words: look at the description, not at the title. Before a verdict, look at the decision to bring charges.
answer-limb-justification = Justification
answer-limb-call = Call
answer-limb-both = Both words

fact-verdict_time = When was the verdict given?
    .name = Date of the verdict
    .hint = The law was signed on 14.05.2025. The day it took effect is not established here. If the verdict is from soon after 14.05.2025, choose «I don't know». You can also type the date.
    .why = An earlier verdict can be touched by the newer law. A later one was given when the exception was already law.
    .where = The date is at the top of the first page of the verdict.
answer-verdict_time-before = Before 14 May 2025
answer-verdict_time-after = After the 2025 law took effect

fact-request = Was anything already asked for because of the 2025 law?
    .name = Earlier request
    .hint = It means a written request to a court or a prosecutor: to review the verdict, or to end the case.
    .why = It does not change the result, but the next steps are different after a refusal or while an answer is awaited.
    .where = Ask the lawyer and the family who wrote and to whom. Look for a copy with a stamp, a receipt of the post or a written answer.
answer-request-none = No, not yet
answer-request-pending = Yes, no answer yet
answer-request-refused = Yes, it was refused

fact-act_before_2020_12_17 = Was the act before 17 December 2020?
    .name = Date of the act (Article 189)
    .hint = It means the day of the post or the like itself, not of the verdict. You can also type the date.
    .why = Law No. 1730 of 17.12.2020 changed part 1 of Article 189. For an earlier act this raises a separate question for a lawyer.
    .where = Look in the verdict at the part that describes what was proved: it names the day or the year of the act. Before a verdict, look at the decision to bring charges.
answer-act_before_2020_12_17-yes = Yes, before that day
answer-act_before_2020_12_17-no = No, on that day or later

answer-unsure = I don't know
