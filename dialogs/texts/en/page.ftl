# The page and the terminal in which the interview can be tried without Telegram: their own words around the card.

page-name = Додхоҳ
page-bot = bot
page-strip = To try it on this computer: no Telegram, nothing leaves it.
page-start = START
page-chat = Chat
page-say = Message
page-send = Send
page-attach = Attach a file (it is not uploaded and not read)
page-attached = File
page-lost = No answer came. Is the program still running?

page-terminal = To try it in this terminal: no Telegram, nothing is stored, nothing leaves this computer.
page-numbers = A number chooses. Anything else is read as typed text. «quit» or Ctrl-D leaves and erases.
page-numbers-articles = Type articles as the paper has them, like 307(1). #3 chooses number 3. «quit» or Ctrl-D leaves and erases.
page-quit = quit, exit
page-erased = Everything here is erased.
