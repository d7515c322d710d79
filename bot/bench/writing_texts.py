"""The sentences of the bench of words: messages and captions as people type them."""

from collections.abc import Mapping
from typing import Final

from bot.texts import Language

SENTENCES: Final[Mapping[Language, tuple[str, ...]]] = {
    "en": (
        "Its been a long day and we was so tired.",
        "hey guys, can u send me the photos asap? I'm gonna be late lol",
        "I just wanted to let you know that we had a really great time at the beach.",
        "If it rains, we'll stay home. Don't forget to bring the cake!",
        "Beach day in Lisbon with Lou, 12 October 2024",
        "Thanks for the flowers, see you on Sunday at 8:30.",
        "We could of taken the train in order to arrive sooner.",
        "The dog ate the whole pizza and then slept all day.",
        "Could you please call Paul about the tickets? https://example.org/t/42",
        "I think the museum is closed at the moment, but the garden is very beautiful.",
        "Happy birthday, Grandma! We love you.",
        "Sorry, I cant come tonight because of the snow.",
    ),
    "fr": (
        "Les photo sont tres belles, on a passer une super journée.",
        "Salut, tu peux m’envoyer les photos stp ? J’ai pas reçu le mail de Paul mdr",
        "Je voulais te dire que nous avons passé une très belle journée à la plage.",
        "Si tu veux, on peut aller au restaurant ce soir.",
        "Une journée à Lisbonne avec Lou, le 12 octobre 2024",
        "Merci pour les fleurs, à dimanche à 20 h 30.",
        "Nous avons pris le train afin de arriver plus tôt.",
        "Le chien a mangé toute la pizza et il a dormi.",
        "Pouvez-vous appeler Paul pour les billets ? https://exemple.fr/t/42",
        "Je pense que le musée est fermé, mais le jardin est magnifique.",
        "Joyeux anniversaire, mamie ! On t’aime.",
        "Désolé, je peut pas venir ce soir a cause de la neige.",
    ),
}
