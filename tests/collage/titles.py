"""Titles as people write them: accents, emoji, long words, Greek, Hebrew and Arabic."""

from itertools import product

BEGINNINGS = ("Été à", "L’anniversaire de", "Noël :", "Ếch &", "Our week in", "Łódź,", "É")
MIDDLES = (
    "Lyon", "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson", "Ÿ", "New York 🗽", "Αθήνα",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "שבת שלום", "عيد مبارك",
    "la plage avec Léo, Zoé, Gaëlle et toute la bande des cousins de Bretagne",
)  # fmt: skip
ENDINGS = ("", " 2019", " ! 🌊", " – août")
TITLES = [" ".join(words) for words in product(BEGINNINGS, MIDDLES, ENDINGS)]
