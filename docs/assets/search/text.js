/* Words: folding of accents and of Arabic letters, light stemmers, stop words. Pure functions, shared by engine and page. */
var GuideSearch = GuideSearch || {};
(function (G) {
  "use strict";
  var STOP = {
    fr: "a ai as au aux avec c ca ce ces cet cette d dans de des du elle en est et il ils j je l la le les leur lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa sans se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y suis comment quoi quand faire fait peux veux dois faut nous cest est etre suis ete jai cela rien toujours peut va",
    en: "a an and are as at be but by can do does for from had has have how i in is it its me my no not of on or our so that the their them there they this to up was we what when where which who will with you your am",
    ar: "في من على عن الى ما ماذا هل كيف هو هي هذا هذه ان كان لا مع او ثم كل انا عندي لي بعد قبل كم اين متى متي حتى حتي يا ل ب و"
  };
  var LIGATURES = { "œ": "oe", "æ": "ae", "ß": "ss", "ı": "i", "ø": "o", "ё": "е" };
  var ARABIC = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "گ": "ك", "ک": "ك", "ی": "ي", "ڤ": "ف", "پ": "ب" };

  /* Signs that nobody sees and that come with a copied text: soft hyphen, zero-width space, marks of direction. A zero-width
     non-joiner parts two words in Persian; elsewhere it is one of them. */
  var UNSEEN = /[\u00ad\u034f\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]|\u200c(?![\u0600-\u06ff])/g;

  /* One spelling for all: no accent, no vowel sign, no unseen sign, Western digits, lower case. */
  G.fold = function (text) {
    return text.replace(UNSEEN, "").normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0653-\u0655]/g, "").toLowerCase()
      .replace(/[œæßıøё]/g, function (c) { return LIGATURES[c]; })
      .replace(/[أإآٱىئؤةگکیڤپ]/g, function (c) { return ARABIC[c]; })
      .replace(/[٠-٩]/g, function (c) { return c.charCodeAt(0) - 0x660; })
      .replace(/[۰-۹]/g, function (c) { return c.charCodeAt(0) - 0x6f0; });
  };
  /* « D.A.L.O. » is the word « DALO ». */
  var INITIALS = /(^|[^\p{L}\p{N}])((?:\p{L}\.){2,}\p{L}?)(?![\p{L}\p{N}])/gu;
  G.words = function (text) {
    var whole = G.fold(text).replace(INITIALS, function (found, before, initials) { return before + initials.replace(/\./g, "") + " "; });
    return whole.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  };

  var cut = function (word, endings, least) {
    for (var i = 0; i < endings.length; i++) {
      if (word.endsWith(endings[i]) && word.length - endings[i].length >= least) return word.slice(0, -endings[i].length);
    }
    return word;
  };
  var STEM = {
    fr: function (word) {
      word = word.replace(/eaux$/, "eau").replace(/aux$/, "al").replace(/[sxz]$/, "");
      word = cut(word, ["issement", "issements", "ications", "ication", "ations", "ation", "itions", "ition", "ements", "ement", "ateur", "atrice", "ment"], 4);
      word = cut(word, ["aient", "erai", "eront", "ions", "ees", "ee", "ent", "ant", "ait", "ais", "er", "ez", "ir", "es", "e", "i"], 3);
      return word.replace(/(.)\1$/, "$1");
    },
    en: function (word) {
      return cut(word.replace(/ies$/, "y"), ["ations", "ation", "ments", "ment", "ings", "ing", "ed", "al", "es", "s", "e"], 3).replace(/(.)\1$/, "$1");
    },
    ar: function (word) {
      word = word.replace(/^(وال|بال|كال|فال|ولل)(?=...)/, "").replace(/^(ال|لل)(?=..)/, "").replace(/^[وبل](?=....)/, "");
      return cut(word, ["ها", "ات", "ون", "ين", "يه", "هم", "نا", "كم", "تي", "ه", "ي"], 3);
    }
  };
  G.stem = function (word, lang) {
    if (word.length < 4 || /\d/.test(word)) return word;
    var arabic = /[\u0600-\u06ff]/.test(word);
    var stemmer = arabic ? STEM.ar : STEM[lang] && lang !== "ar" ? STEM[lang] : STEM.fr;
    return stemmer(word);
  };
  /* The pieces of four letters of a word and its two ends (`<loy`, `loye`, `oyer`, `yer>`); none of a number, which is right or wrong. */
  G.fours = function (word) {
    var whole = "<" + word + ">", pieces = [];
    for (var i = 0; !/\d/.test(word) && i + 4 <= whole.length; i++) pieces.push(whole.slice(i, i + 4));
    return pieces;
  };
  G.stopWords = function (lang) { return new Set((STOP[lang] || "").split(" ").concat(lang === "fr" ? [] : STOP.fr.split(" ").filter(function (w) { return w.length < 3; }))); };

  /* The text cut into pieces, those that a search term touched marked as hits. */
  G.pieces = function (text, terms) {
    var found = [], last = 0;
    text.replace(/[\p{L}\p{N}\p{M}]+/gu, function (word, at) {
      var folded = G.fold(word);
      if (!terms.has(folded) && !terms.has(G.stem(folded, terms.lang))) return word;
      if (at > last) found.push({ text: text.slice(last, at) });
      found.push({ text: word, hit: true });
      last = at + word.length;
      return word;
    });
    if (last < text.length) found.push({ text: text.slice(last) });
    return found;
  };
})(GuideSearch);
