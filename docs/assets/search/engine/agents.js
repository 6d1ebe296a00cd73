/* Who asks as an agent: « agent : … », an usager, a demandeur, the files that agents alone fill in. What is written
   for agents comes up for them; « agent de sécurité » is an applicant's job. */
"use strict";

Guide.search.isAgent = (() => {
  const { fold, words } = Guide.search;
  const HEADED = /^\s*agente?\s*[:,;–-]/;
  const SAID = new RegExp(
    "(?:^| )(?:" +
      "agente? (?:d accueil|de guichet|au guichet|guichet|ccas)|usagers?|guichetiere?s?|allophones?|sne|" +
      "syplo|labellis\\w*|les? demandeurs?|caseworkers?|at my desk|applicants|سر مهني" +
      ")(?: |$)",
  );

  return (query) => HEADED.test(fold(query)) || SAID.test(words(query).join(" "));
})();
