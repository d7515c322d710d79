error-unexpected = Quelque chose s’est mal passé de mon côté, et je l’ai noté. Rien de ce que vous m’avez donné n’est perdu. Réessayez, s’il vous plaît.
error-slow-down = Un instant, s’il vous plaît : c’était beaucoup à la fois. Photos et vidéos arrivent toujours ; redemandez-moi le reste dans quelques secondes.
error-too-long = C’est plus de texte que je ne peux en prendre ici. Restez sous { $limit } caractères, s’il vous plaît.
error-expired = Ce bouton vient d’un message plus ancien ; je n’ai rien changé.

remote-why-not-set = Aucun service d’IA n’est installé ici : ceci vient du moteur intégré.
remote-why-busy = { $host } est très demandé en ce moment : ceci vient du moteur intégré.
remote-why-slow = { $host } n’a pas répondu à temps : ceci vient du moteur intégré.
remote-why-broken = { $host } n’a pas donné de réponse utilisable : ceci vient du moteur intégré.
remote-why-resting = { $host } a des difficultés en ce moment : ceci vient du moteur intégré.
remote-why-budget = Vos demandes d’aujourd’hui à { $host } sont épuisées : ceci vient du moteur intégré.
remote-why-refused = { $host } a décliné cette demande : ceci vient du moteur intégré.
