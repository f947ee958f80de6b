"""`make model`: everything the search is taught, made anew from the project's own texts."""

from retrieval.making import recogniser
from retrieval.making.texts import written
from retrieval.recogniser import MODEL

recogniser.make([*written()], MODEL)
