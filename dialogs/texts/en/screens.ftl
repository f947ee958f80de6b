# The cards around the questions, the buttons, and one-line answers. A header is all that a locked phone may show.

header = Dodkhoh · information. To erase everything here at once: /wipe 🧹
header-question = Question { $number } of at most { $most }. To erase everything here at once: /wipe 🧹
header-languages = Забон · Язык · Language. /wipe 🧹 = нест кардан · стереть · erase
choose-language = Choose a language.
language-name = English
wipe-icon = 🧹 /wipe

notice =
    1. This is an ordinary chat, not a secret one. Telegram can read it and can be made to give your number to the authorities.
    2. Whoever opens this phone can see the chat. Use a phone you trust, and be alone.
    3. Do not send names, telephone numbers, addresses or papers. Photos and files are deleted unopened.
    4. Your answers are stored encrypted and erased after 24 hours, or at once with 🧹. To finish: first 🧹, then delete the chat.
    5. The result is information from published law. It can be wrong. A court decides, not this program.
notice-contact =
    { $bot ->
        [none] 6. We never ask for money or codes from messages. Do not trust bots with a similar name.
       *[other] 6. Our only bot is { $bot }. We never ask for money or codes from messages.
    }{ $hotline ->
        [none] { "" }
       *[other] { " " }Would you rather talk? Hotline: { $hotline }.
    }
reminder = Remember: whoever opens this phone can read the ticks here, and Telegram can too. 🧹 erases them at once.

privacy-title = What can be seen and what is kept
privacy-telegram = This is an ordinary Telegram chat with a bot. It is not a secret chat and not end-to-end encrypted. Telegram can technically read it and can be made to give your number and address on the internet (IP) to the authorities.
privacy-phone = Anyone who opens your phone can see this chat until it is deleted. You can turn on Telegram's own auto-delete timer for this chat and a passcode.
privacy-data = We do not ask for a name, a telephone number, an address or documents. Please do not send them. Photos, files, voice messages and contacts are deleted unopened.
privacy-kept = Your answers are kept encrypted, as ticks only, and erased 24 hours after the last one, or at once with 🧹. Messages can be removed from this chat only within 48 hours. We cannot clear the traces of Telegram or of your phone. If you block the bot first, we cannot delete anything any more: press 🧹 first, then delete the chat.
privacy-result = The result is information from published law, not a decision of a court, and can be wrong. People decide, not this program.
privacy-us = We never ask for money and never for codes from messages. We never write first. Do not trust bots with a similar name.

help-title = What this is and how to use it
help =
    Dodkhoh asks a few questions and says whether the 2025 law on likes touches the case, what it rests on and what to do next.
    • Press the buttons, or type the answer.
    • «I don't know» is a good answer. You will learn where it is written.
    • «Back» keeps your answers. One answer can be changed and the rest kept.
    • /language changes the language and keeps the place.
    • /save shows your answers as a code of 12 digits.
    • /wipe erases everything here at once. So does the word «bye» alone.
    Questions in your own words cannot be answered yet: a lawyer or the hotline can help there.
help-contact =
    { $hotline ->
        [none] This bot has no hotline number yet. The Legal Aid Centre of the Ministry of Justice has state legal aid: ask whether it is free in your case.
       *[other] Talk to a person: { $hotline }. The Legal Aid Centre of the Ministry of Justice has state legal aid: ask whether it is free in your case.
    }

care = You are not alone with this. What you wrote was not kept. If you or somebody near you is in danger right now, go to people you trust or call the emergency number of the place where you are.
care-contact =
    { $hotline ->
        [none] This bot has no hotline number yet. Please talk to someone close to you today.
       *[other] You can talk to a person: { $hotline }.
    }

enter-code-title = Continue with a code
enter-code = Type the 12 digits of the code. Spaces make no difference.
replace-title = This code holds other answers
replace = Take the answers of the code? The answers given here until now will be lost.
button-replace-yes = Take the answers of the code
button-replace-no = Keep the answers given here

start-over-title = Begin again?
start-over = All answers given here will be lost. The language stays.
button-over-yes = Yes, begin again
button-over-no = No, go back

why-title = Why this is asked
why-hangs = These results still hang on the answer:
where-title = Where it is written
item = • { $item }
ticked = ✓ { $label }
unticked = ▫ { $label }

readings-title = This number can be read in several ways
readings = Look at the paper and choose what stands there.
reading-item = • { $reading }: { $meaning }
reading-article = Article { $article }
reading-part = Article { $article }, part { $part }

kind-law = In our own short words. Only the official text counts.
kind-report = What was said, in our own short words. It is not law.
source-of =
    Source: { $source }. Checked on { $checked }.{ $reviewed ->
        [nobody] { " " }No lawyer has checked these words yet.
       *[other] { "" }
    }

review-title = Your answers
review = Please read them once more. The result rests on these answers.
answered = • { $question }: { $answer }
change-title = Change an answer
change = Which answer do you want to change? The others are kept.
save-title = Your code
code = { $code }
save =
    These 12 digits are your answers and nothing else: no name, no number. Type them here later, on this or another phone, in any language, and the answers are back. Nothing needs to stay on this phone or with us.
    Whoever reads the code can read the answers. Best write it on paper, without a word beside it.
    After 🧹 only you have it: we cannot find it again.

button-begin = Begin
button-enter-code = I have a code
button-privacy = What can be seen?
button-help = Help
button-why = Why do you ask?
button-where = Where is it written?
button-done = Done
button-back = ← Back
button-language = 🌐 Language
button-wipe = 🧹 Erase
button-show = Show the result
button-change = Change an answer
button-answers = My answers
button-save = Save
button-start-over = Begin again
button-would-change = What would change it?
button-basis = What does it rest on?
button-read-none = Neither of these

remark-use-buttons = This was not understood. Please use the buttons below. Questions in your own words cannot be answered yet.
remark-empty = There was nothing to read in it. Please use the buttons below.
remark-unreadable = This could not be read. Please use the buttons below.
remark-too-long = Up to 500 characters can be read. It was not kept.
remark-personal = It looked like a user name, a telephone number or a document number. It was deleted and not kept. Please do not send such things here.
remark-choose-language = Please choose a language first.
remark-code-form = A code has 12 digits. Please check and type it again.
remark-code-mistyped = These 12 digits are not a code of ours: one may be wrong. Nothing was changed. If it was a telephone number, it was not kept.
remark-code-newer = This code comes from a newer version than this program. Nothing was changed.
remark-code-kept = The code was read. Choose a language, then press «Begin».
remark-article-unknown = No article number was recognised. Please tick it below, or type it like this: 179(3) or 307(1).
remark-article-ticked = Ticked. Add others if there are any, then press «Done».
remark-no-such-date = There is no such date. Example: 31.12.2024
remark-date-calendar = Please type the year of the usual calendar. Example: 31.12.2024
remark-date-future = This date has not come yet. Please check it.
remark-date-unclear = The answer hangs on the exact day, and this can be read in several ways. Please type the day, the month and the year, or use the buttons.
remark-date-unsettled = It is not established here on which day the 2025 law took effect. If your verdict is from soon after 14.05.2025, choose «I don't know». If it was clearly later, press the button.
remark-done-first = Some ticks are not confirmed yet. Please press «Done» first.
remark-nothing-to-save = There are no answers to save yet.
remark-file = The file was deleted and not opened. We read no photos, voice messages or documents: so nobody's papers lie here.
remark-contact = The contact was deleted and not kept. Please do not send names or numbers.
remark-location = The place was deleted and not kept. Please do not send places.
remark-forwarded = The forwarded message was deleted. Please use the buttons below.
remark-edited = An edited message changes nothing. To change an answer, press «Back».
remark-again = Something went wrong. Nothing was lost. Please press again.

toast-stale = This button is old. The card now shows where you are.
toast-wiped = ✓
toast-gone = ✓ Nothing is kept here. To begin: /start

command-start = Show the current card
command-language = Забон · Язык · Language
command-help = How to use this
command-privacy = What can be seen and what is kept
command-save = My code
command-wipe = Erase everything here at once
