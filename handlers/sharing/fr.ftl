sharing-offer-title = Partager ce collage
sharing-offer-with-words = La discussion verra l’image et : « { $words } ». Rien d’autre.
sharing-offer-without-words = La discussion verra l’image, sans mots. Rien d’autre.
sharing-done = { $count ->
    [one] C’est partagé. Cette photo quitte l’étagère des jamais partagées.
   *[other] C’est partagé. Ces { $count } photos quittent l’étagère des jamais partagées.
}
sharing-ask = Avez-vous partagé le collage ? Telegram ne me l’a pas dit, et je voudrais que l’étagère soit juste.
sharing-button-yes = Oui, partagé
sharing-button-no = Non
sharing-not = Bien : elles restent sur l’étagère.
sharing-open = Ouvrir Pépite
