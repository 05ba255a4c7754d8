package org.silian.search;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How names sound: 友爱社区 is found by {@code youai}, {@code shequ}, {@code yasq} and {@code sq}. */
final class Pinyin {

  private static final Transliterator LATIN =
      Transliterator.getInstance("Han-Latin; NFD; [[:Mn:]-[\u0308]] Remove; NFC");

  private Pinyin() {}

  /** From each syllable to the end: in full, and by initials. */
  static Set<String> of(String name) {
    var syllables = syllables(name);
    var found = new LinkedHashSet<String>();
    for (int from = 0; from < syllables.size(); from++) {
      var rest = syllables.subList(from, syllables.size());
      found.add(String.join("", rest));
      var initials = new StringBuilder();
      rest.forEach(syllable -> initials.append(syllable.charAt(0)));
      found.add(initials.toString());
    }
    return found;
  }

  private static List<String> syllables(String name) {
    var syllables = new ArrayList<String>();
    name.codePoints()
        .filter(Character::isIdeographic)
        .mapToObj(Character::toString)
        .map(LATIN::transliterate)
        // As keyboards have it: 绿 is lv.
        .map(sound -> sound.strip().toLowerCase(Locale.ROOT).replace('ü', 'v'))
        .filter(sound -> !sound.isEmpty() && sound.chars().allMatch(c -> c >= 'a' && c <= 'z'))
        .forEach(syllables::add);
    return syllables;
  }
}
