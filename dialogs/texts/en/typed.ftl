# Words that people type, with commas between them; upper and lower case and special letters make no difference.
# These are lists to recognise, not translations: each language has its own.

typed-yes = yes, y, yeah, yep, ok, okay, sure, +
typed-no = no, n, nope, not yet, -
typed-unsure = i don't know, don't know, dont know, i do not know, do not know, not sure, unsure, no idea, dunno
typed-wipe = bye, goodbye, wipe, erase, erase everything, delete everything
typed-back = back, go back, previous
typed-why = why, why do you ask
typed-where = where, where is it, where is it written
typed-done = done, ready, next, finished
typed-save = save, code, my code
typed-language = language, change language
typed-help = help
typed-begin = begin, start, go, continue
typed-tg = tajik
typed-ru = russian
typed-en = english, en, eng
typed-tajikistan = tajikistan, tajik court, in tajikistan
typed-other-country = another country, other country, a court in russia, russian court, foreign court
typed-released = released, on parole, released on parole, released early, served the sentence, sentence served, sentence is over
typed-serving = serving, serving time, serving the sentence, colony
typed-like = like, likes, a like, liked, heart, reaction, emoji, class
typed-repost = repost, reposts, share, shared, sharing, a repost
typed-comment = comment, comments, a comment, commented
typed-justification = justification, public justification, justifying
typed-call = call, calls, public call, public calls, a call
typed-both = both, both words
typed-despair = suicide, kill myself, want to die, end my life, do not want to live, don't want to live, kill you, kill him, kill her, they will kill, he beats me, they beat
# Words that stand beside a date and say nothing of it.
typed-beside-a-date = the, of, in, on, th, st, nd, rd, year
typed-month-1 = january, jan
typed-month-2 = february, feb
typed-month-3 = march, mar
typed-month-4 = april, apr
typed-month-5 = may
typed-month-6 = june, jun
typed-month-7 = july, jul
typed-month-8 = august, aug
typed-month-9 = september, sep, sept
typed-month-10 = october, oct
typed-month-11 = november, nov
typed-month-12 = december, dec
