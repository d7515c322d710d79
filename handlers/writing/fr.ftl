# Ce qu’une réponse dit d’elle-même ; `Note` dans bot/writing/wishes.py en donne les noms.

writing-note-empty = Il n’y a pas ici de mots que je puisse changer.
writing-note-too-long = C’est trop long pour que je le réécrive d’un coup. M’en envoyez-vous une partie ?
writing-note-other-language = Je ne réécris que le français et l’anglais, et ceci n’a l’air d’être ni l’un ni l’autre.
writing-note-already-short = Je n’ai rien trouvé à couper : c’est déjà court.
writing-note-already-professional = Je n’y changerais rien : le ton est déjà professionnel.
writing-note-no-other-words = Je ne connais pas d’autre façon de le dire qui garde le même sens.
writing-note-not-warmed = Je n’ai pas su le rendre plus chaleureux sans vous prêter des mots.
writing-note-no-joke = Je n’ai pas trouvé de plaisanterie qui laisse vos mots exacts.
writing-note-too-serious = Le sujet a l’air grave : j’ai laissé le ton tel quel.
writing-note-no-emoji-fits = Je n’ai pas trouvé d’emoji qui dise ce que disent vos mots.
writing-note-no-fault-found = Je n’ai rien trouvé à corriger.
writing-note-only-this-way = Je n’ai plus d’autre façon de le dire : vous avez déjà vu celle-ci.
writing-note-grammar-in-part = En français, je vérifie la typographie, l’orthographe et les accords courants, pas toute la grammaire.
writing-note-spelling-not-checked = L’orthographe n’est pas vérifiée ici : ce serveur n’a pas de listes de mots.
writing-note-meaning-not-kept = Tout ce que j’ai essayé changeait ce que vous dites : j’ai gardé vos mots.
writing-note-model-strayed = La réponse du service d’IA changeait ce que vous dites : je l’ai fait avec mes propres règles.
writing-note-too-slow = J’ai mis trop de temps, j’ai donc gardé vos mots. On réessaie dans un instant ?
