/* Words: folding of accents and of Arabic letters, light stemmers, stop words. Pure functions, shared by the
   engine, by the boxes that narrow a list and by the page that marks what was found. */
"use strict";

Guide.search = (() => {
  const { digits, seen } = Guide.signs;

  const STOP = {
    fr:
      "a ai as au aux avec c ca ce ces cet cette d dans de des du elle en est et il ils j je l la le les " +
      "leur lui m ma mais me mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa sans " +
      "se ses si son sont sur t ta te tes toi ton tu un une vos votre vous y suis comment quoi quand " +
      "faire fait peux veux dois faut nous cest est etre suis ete jai cela rien toujours peut va",
    en:
      "a an and are as at be but by can do does for from had has have how i in is it its me my no not of " +
      "on or our so that the their them there they this to up was we what when where which who will with " +
      "you your am",
    ar:
      "في من على عن الى ما ماذا هل كيف هو هي هذا هذه ان كان لا مع او ثم كل انا عندي لي بعد قبل كم اين متى " +
      "متي حتى حتي يا ل ب و",
  };
  const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ı: "i", ø: "o", ё: "е" };
  const ARABIC = {
    أ: "ا",
    إ: "ا",
    آ: "ا",
    ٱ: "ا",
    ى: "ي",
    ئ: "ي",
    ؤ: "و",
    ة: "ه",
    گ: "ك",
    ک: "ك",
    ی: "ي",
    ڤ: "ف",
    پ: "ب",
  };
  /* Accents and vowel signs, once parted from their letters. */
  const MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u0653-\u0655]/g;

  /* One spelling for all: no accent, no vowel sign, no unseen sign, Western digits, lower case. */
  function fold(text) {
    const bare = seen(text).normalize("NFKD").replace(MARKS, "").toLowerCase();
    const plain = bare.replace(/[œæßıøё]/g, (letter) => LIGATURES[letter]);
    return digits(plain.replace(/[أإآٱىئؤةگکیڤپ]/g, (letter) => ARABIC[letter]));
  }

  /* « D.A.L.O. » is the word « DALO ». */
  const INITIALS = /(^|[^\p{L}\p{N}])((?:\p{L}\.){2,}\p{L}?)(?![\p{L}\p{N}])/gu;

  function words(text) {
    const whole = fold(text).replace(
      INITIALS,
      (_found, before, initials) => `${before}${initials.replace(/\./g, "")} `,
    );
    return whole.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  }

  /* `word` without the first of `endings` that it has and that leaves `least` letters. */
  function cut(word, endings, least) {
    const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= least);
    return ending ? word.slice(0, -ending.length) : word;
  }

  const ENDINGS = {
    frLong:
      "issement issements ications ication ations ation itions ition ements ement ateur atrice ment".split(
        " ",
      ),
    frShort: "aient erai eront ions ees ee ent ant ait ais er ez ir es e i".split(" "),
    en: "ations ation ments ment ings ing ed al es s e".split(" "),
    ar: "ها ات ون ين يه هم نا كم تي ه ي".split(" "),
  };
  /* A letter written twice at the end counts once: « nn » of « ancienne ». */
  const single = (word) => word.replace(/(.)\1$/, "$1");

  const STEM = {
    fr(word) {
      const one = word
        .replace(/eaux$/, "eau")
        .replace(/aux$/, "al")
        .replace(/[sxz]$/, "");
      return single(cut(cut(one, ENDINGS.frLong, 4), ENDINGS.frShort, 3));
    },
    en: (word) => single(cut(word.replace(/ies$/, "y"), ENDINGS.en, 3)),
    ar(word) {
      const bare = word
        .replace(/^(وال|بال|كال|فال|ولل)(?=...)/, "")
        .replace(/^(ال|لل)(?=..)/, "")
        .replace(/^[وبل](?=....)/, "");
      return cut(bare, ENDINGS.ar, 3);
    },
  };

  /* What is left of `word` without its endings. Arabic letters have their own rules in every language; a
     language without rules has the French ones: the guide's own words are French there. */
  function stem(word, lang) {
    if (word.length < 4 || /\d/.test(word)) return word;
    if (/[\u0600-\u06ff]/.test(word)) return STEM.ar(word);
    return (lang !== "ar" && STEM[lang] ? STEM[lang] : STEM.fr)(word);
  }

  /* The pieces of four letters of a word and its two ends (`<loy`, `loye`, `oyer`, `yer>`); none of a number,
     which is right or wrong. */
  function fours(word) {
    if (/\d/.test(word)) return [];
    const whole = `<${word}>`;
    return Array.from({ length: Math.max(0, whole.length - 3) }, (_, at) => whole.slice(at, at + 4));
  }

  /* Signs that are one sound: Arabic letters that people take for each other, the Latin ones that stand for
     them, two Latin ones that an Arabic speaker does not part. */
  const HEARD = "بتطثجحهخدذضظرزسصشغفقكلمن97pv";
  const SOUND = "btttjhhxddddrzsscgfqklmnqhbf";
  const PAIRS = [
    [/kh|5/g, "x"],
    [/[cs]h/g, "c"],
    [/gh/g, "g"],
    [/dj/g, "j"],
  ];

  /* An Arabic verb without what is written in one word with it: who does it (`n`, `t` first), to whom, the `ch` of
     « not ». */
  const verb = (word) => word.replace(/^[نت](?=[ء-ي]{3})/, "").replace(/([ء-ي]{3})(ش|ني|ها|هم|وا|ك)$/, "$1");

  /* A word without its vowels, in the letters of its sounds: `~trd` of « طرد », « tard », « yetrad »… keep it in
     common whatever the vowels, which people write as they hear them. None of a number nor of what is left of
     fewer than three. */
  function bones(word) {
    if (/\d\d/.test(word)) return [];
    const joined = PAIRS.reduce((text, [letters, sound]) => text.replace(letters, sound), verb(word));
    const heard = joined.replace(/[97pvب-ن]/g, (sign) => SOUND[HEARD.indexOf(sign)] || sign);
    const left = heard.replace(/[aeiouyw3اويءع]/g, "").replace(/(.)\1/g, "$1");
    return left.length < 3 ? [] : [`~${left}`];
  }

  /* What a word is met by, when it is not met whole. */
  const parts = (word) => [...fours(word), ...bones(word)];

  /* The small words of a language, and the smallest of French: those that are elided stand before names
     everywhere. */
  function stopWords(lang) {
    const french = STOP.fr.split(" ").filter((word) => word.length < 3);
    return new Set([...(STOP[lang] || "").split(" "), ...(lang === "fr" ? [] : french)]);
  }

  /* The text cut into [{text, hit}], those that a term touched marked as hits. `terms` is {stems: Set, lang}.
   */
  function pieces(text, terms) {
    const found = [];
    let last = 0;
    text.replace(/[\p{L}\p{N}\p{M}]+/gu, (word, at) => {
      const folded = fold(word);
      if (!terms.stems.has(folded) && !terms.stems.has(stem(folded, terms.lang))) return word;
      if (at > last) found.push({ text: text.slice(last, at), hit: false });
      found.push({ text: word, hit: true });
      last = at + word.length;
      return word;
    });
    if (last < text.length) found.push({ text: text.slice(last), hit: false });
    return found;
  }

  return { fold, words, stem, fours, bones, parts, stopWords, pieces };
})();
