looks-name-plain = Telle quelle
looks-name-sun = Soleil et ciel
looks-name-ink = Encre et pêche
looks-name-embers = Braises
looks-name-lilac = Soir lilas
looks-name-mist = Brume de mer
looks-name-oil = Huiles anciennes
looks-name-starry = Nuit bleue
looks-name-pencil = Crayon
looks-name-duo = Deux encres
looks-name-dusk = Encres opposées
looks-name-pop = Touche de couleur
looks-name-film = Pellicule dorée
looks-name-slide = Diapositive
looks-name-silver = Argentique
looks-name-halftone = Trame, une encre
looks-name-rosette = Trame en couleurs
looks-name-own = À la manière d’une image

looks-label-filter = Filtre
looks-label-edited = Retouchée par IA
looks-label-ai-image = Image créée par IA

looks-drawing = J’essaie onze styles sur cette photo…
looks-sheet-title = Onze styles, une photo
looks-sheet-how = Touchez un numéro pour voir ce style en grand. Votre photo, elle, ne change pas.
looks-sheet-nobody = La touche de couleur demande quelqu’un sur l’image, et je ne vois personne ici.
looks-private = Privé tant que vous ne le partagez pas.
looks-style-title = À la manière de quelle image ?
looks-style-how = Touchez un numéro, ou envoyez-moi une image maintenant : je regarde sa manière une fois, sans la garder.
looks-style-send = Envoyez-moi l’image dont cette photo doit prendre la manière : je la regarde une fois, sans la garder.
looks-style-painting = Je peins à la manière de votre image…
looks-which-photo = Un style pour quelle photo ? Comptez depuis le haut à gauche, ligne par ligne.
looks-kept = La photo reste telle quelle.
looks-file-name = style
looks-given-up = Je n’ai pas réussi à dessiner celle-ci, malgré plusieurs essais. Rien n’a changé chez vous ; réessayez plus tard.
looks-stopped = J’ai arrêté de dessiner : ce qu’il me fallait a été oublié, ou ne m’est plus permis.

looks-button-keep = Garder la photo telle quelle
looks-button-style = À la manière d’une autre image…
looks-button-back = ‹ Retour aux styles
looks-button-another = Un autre style
looks-button-share = Partager
looks-button-file = En fichier
looks-button-light = { $chosen ->
    [yes] ● Léger
   *[no] Léger
}
looks-button-medium = { $chosen ->
    [yes] ● Moyen
   *[no] Moyen
}
looks-button-full = { $chosen ->
    [yes] ● Fort
   *[no] Fort
}
looks-button-again = ⟳ Encore
looks-button-card = Mes mots sur une carte
looks-button-a-look = Un style pour ma dernière photo
looks-button-ask = Posez-moi la question de l’IA externe
looks-button-dress = D’autres couleurs
looks-button-from-square = Story
looks-button-from-story = Carré
looks-button-preset-postcard = Carte postale
looks-button-preset-watercolour = Aquarelle
looks-button-preset-papercut = Papier découpé
looks-button-preset-nightsky = Ciel de nuit

looks-imagine-words = Que dois-je imaginer ? Dites-le en quelques mots, par exemple : un phare dans le brouillard.
looks-imagine-words-card = Je ne sais pas créer d’images à partir de mots ici, mais je peux composer les vôtres sur une carte : lesquels ?
looks-imagine-as-postcard = Va pour une carte postale. De quoi ? Dites-le en quelques mots.
looks-imagine-as-watercolour = Va pour une aquarelle. De quoi ? Dites-le en quelques mots.
looks-imagine-as-papercut = Va pour un papier découpé. De quoi ? Dites-le en quelques mots.
looks-imagine-as-nightsky = Va pour un ciel de nuit. Avec quoi dessous ? Dites-le en quelques mots.
looks-imagining = J’imagine… cela peut prendre une minute.
looks-imagine-none = Je ne sais pas créer d’images à partir de mots ici : la personne qui gère ce robot n’a réglé aucun service pour cela. Ce que je sais faire moi-même : composer vos mots sur une carte, ou donner un autre style à l’une de vos photos.
looks-imagine-ask = Les images à partir de mots sont créées par { $host }, hors de ce robot. Vos mots iraient là-bas, et rien d’autre ; je ne le fais qu’après votre oui. Sans cela, je peux composer vos mots sur une carte, ou donner un autre style à l’une de vos photos.
looks-imagine-why-not-set = Je ne sais pas créer d’images à partir de mots ici : aucun service d’images n’est réglé. Rien n’a été envoyé.
looks-imagine-why-busy = Le service d’images est débordé et n’a rien envoyé. Vous pouvez réessayer dans un instant, ou prendre ce que je fais moi-même :
looks-imagine-why-slow = Le service d’images a été trop long et j’ai cessé d’attendre. Vous pouvez réessayer, ou prendre ce que je fais moi-même :
looks-imagine-why-broken = Le service d’images n’a rien envoyé que j’aie pu ouvrir comme une image. Vous pouvez réessayer, ou prendre ce que je fais moi-même :
looks-imagine-why-resting = Le service d’images a échoué plusieurs fois de suite : je le laisse tranquille une minute. En attendant, ce que je fais moi-même :
looks-imagine-why-budget = C’était tout ce que vous pouvez demander à l’IA externe en un jour ; demain, il y en aura de nouveau. En attendant, ce que je fais moi-même :
looks-imagine-why-refused = Le service d’images n’a pas voulu dessiner ces mots ; je ne sais pas exactement pourquoi. D’autres mots passeront peut-être, ou ce que je fais moi-même :

looks-refused-minors = Je ne représente jamais des enfants ou des adolescents de cette façon. Rien n’a été envoyé ni gardé.
looks-refused-undress = Je ne déshabille personne, dans aucune image. Rien n’a été envoyé ni gardé.
looks-refused-nudity = Je ne dessine pas de nudité. Rien n’a été envoyé ni gardé ; une autre idée est la bienvenue.
looks-refused-person = Je ne crée pas d’images de personnes réelles que vous nommez : elles passeraient pour des photos de ce qui n’a jamais eu lieu. Rien n’a été envoyé ni gardé ; un personnage inventé est le bienvenu.
looks-refused-gore = Je ne dessine pas la cruauté. Rien n’a été envoyé ni gardé ; une autre idée est la bienvenue.
looks-refused-hate = Je ne dessine ni signes ni scènes de haine. Rien n’a été envoyé ni gardé ; une autre idée est la bienvenue.

looks-card-made = Vos mots sur une carte, composée par des règles seules : sans IA.

error-look-private = Vous gardez cette photo privée : je n’en fais rien. Pour changer cela : sa page, dans /gallery.
error-look-gone = Ce style n’est plus là : il a été oublié, ou trente jours ont passé. Sa photo peut en recevoir un nouveau.
error-look-changed = Ce bouton date d’avant la dernière modification ; je n’ai rien changé.
error-look-not-seen = Je n’ai pas regardé celle-ci, et je ne sais donc pas quoi y protéger. C’est une vidéo, ou elle est arrivée avant que vous m’autorisiez à regarder.
error-looks-no-brushes = Le réseau qui peint n’est pas en état sur ce serveur : je ne peux pas peindre. La personne qui gère ce robot verra pourquoi avec « pepite doctor ».
error-looks-nobody = La touche de couleur garde une personne en couleur, et je ne vois personne sur cette photo.
error-card-no-letters = Il n’y a dans ces mots aucune lettre que je sache dessiner. Les lettres et les chiffres conviennent.
