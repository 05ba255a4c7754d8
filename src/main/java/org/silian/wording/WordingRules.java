package org.silian.wording;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.silian.language.TextCatalogue;
import org.silian.problem.Refusal;
import org.springframework.stereotype.Component;

/** What a district may say otherwise, and what must stay in its words. */
@Component
class WordingRules {

  private static final int LONGEST = 5000;
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern NAMED_TERM = Pattern.compile("\\{[tT]erm\\.(\\w+)}");

  /** A police officer in a community is its deputy secretary, and is never shown as 书记. */
  private static final String DEPUTY = "role.COMMUNITY_PARTY_DEPUTY_SECRETARY";

  /** What the law or the program's honesty wants said as it is. */
  private static final Set<String> FIXED =
      Set.of("web.shell.unclassified", "web.shell.demo", "web.shell.name");

  private static final String NOTICE = "access.privacy-notice.";

  private final TextCatalogue catalogue;

  WordingRules(TextCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  boolean isEditable(String code) {
    return !FIXED.contains(code)
        && !code.startsWith(NOTICE)
        && catalogue.text(code, Locale.SIMPLIFIED_CHINESE) != null;
  }

  /**
   * Refuses what would break the text's use.
   *
   * @param field the field of the language, to which the refusal belongs
   */
  void check(String code, Locale locale, String text, String field) {
    var shipped = catalogue.text(code, locale);
    if (shipped == null || !isEditable(code)) {
      throw Refusal.notFound("wording.no-such-text").at(field);
    }
    if (text.codePointCount(0, text.length()) > LONGEST) {
      throw Refusal.invalid("wording.too-long", field);
    }
    if (!places(text).equals(places(shipped))) {
      throw Refusal.ruleBroken("wording.places")
          .with("places", String.join(" ", places(shipped)))
          .at(field);
    }
    refuseUnknownTerms(code, text, field);
    if (code.startsWith(TextCatalogue.WEB)) {
      refuseSigns(shipped, text, field);
    }
    if (code.equals(DEPUTY) && !isDeputy(locale, text)) {
      throw Refusal.ruleBroken("wording.deputy").at(field);
    }
  }

  private void refuseUnknownTerms(String code, String text, String field) {
    var terms = NAMED_TERM.matcher(text).results().map(match -> match.group(1)).toList();
    boolean unknown =
        terms.stream()
            .anyMatch(
                term ->
                    catalogue.text(TextCatalogue.TERM + term, Locale.SIMPLIFIED_CHINESE) == null);
    boolean inTerm = code.startsWith(TextCatalogue.TERM) && !terms.isEmpty();
    if (unknown
        || inTerm
        || text.replaceAll(NAMED_TERM.pattern(), "")
            .replaceAll(PLACE.pattern(), "")
            .matches("(?s).*[{}].*")) {
      throw Refusal.ruleBroken("wording.signs").at(field);
    }
  }

  /** The pages read a bar as the border between singular and plural, and an at sign as a link. */
  private static void refuseSigns(String shipped, String text, String field) {
    if (count(text, '|') != count(shipped, '|') || count(text, '@') != count(shipped, '@')) {
      throw Refusal.ruleBroken("wording.signs").at(field);
    }
  }

  private static boolean isDeputy(Locale locale, String text) {
    return locale.equals(Locale.ENGLISH)
        ? text.toLowerCase(Locale.ENGLISH).contains("deputy")
        : text.contains("副");
  }

  private static long count(String text, char sign) {
    return text.chars().filter(c -> c == sign).count();
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(match -> "{" + match.group(1) + "}")
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
