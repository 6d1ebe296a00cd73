/* Who asks as an agent: « agent : … », an usager, a demandeur, the files that agents alone fill in. What is written
   for agents comes up for them; « agent de sécurité » is an applicant's job. */
"use strict";

Guide.search.isAgent = (() => {
  const { fold, words } = Guide.search;
  const HEADED = /^\s*agente?\s*[:,;–-]/;
  const SAID = new RegExp(
    "(?:^| )(?:" +
      "agente? (?:d accueil|de guichet|du guichet|au guichet|guichet|ccas|enregistreur|instructeur)|" +
      "usagers?|usageres?|guichetiere?s?|instructeur|instructrice|allophones?|sne|syplo|labellis\\w*|" +
      "mon demandeur|ma demandeuse|le demandeur|la demandeuse|les demandeurs|entretien demandeur|" +
      "caseworkers?|case worker|desk clerk|at my desk|reception staff|applicants|service users?|" +
      "موظف استقبال|موظفه استقبال|موظف الشباك|متطوعه|متطوع|المستفيدين|اسر مهني|سر مهني" +
      ")(?: |$)",
  );

  return (query) => HEADED.test(fold(query)) || SAID.test(words(query).join(" "));
})();
