package org.silian.wording;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.silian.language.TextCatalogue;
import org.silian.language.Wording;
import org.silian.tenancy.District;
import org.springframework.stereotype.Component;

/** The districts' words as this node last read them. */
@Component
class OwnWords implements Wording {

  /**
   * All of one district's.
   *
   * @param texts by language tag and code
   */
  record Words(long version, Map<String, Map<String, String>> texts) {

    static final Words NONE = new Words(0, Map.of());

    @Nullable String text(String code, Locale locale) {
      var own = texts.get(TextCatalogue.spoken(locale).toLanguageTag());
      return own == null ? null : own.get(code);
    }
  }

  private final Map<String, Words> districts = new ConcurrentHashMap<>();

  /** What is said outside any district, as at the start, is said in the program's words. */
  @Override
  public @Nullable String text(String code, Locale locale) {
    return District.isBound() ? words().text(code, locale) : null;
  }

  /** Of the current district. */
  Words words() {
    return districts.getOrDefault(District.current().code(), Words.NONE);
  }

  void take(Words words) {
    districts.put(District.current().code(), words);
  }
}
