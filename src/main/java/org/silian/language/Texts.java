package org.silian.language;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds the text of a code in the language of the current request. Texts carry named places such as
 * {@code {actor}}, so that a translator may put them in any order.
 */
@Component
public class Texts {

  /** The languages that are complete, the first being the one a person gets who asks for none. */
  public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final MessageSource messages;

  Texts(MessageSource messages) {
    this.messages = messages;
  }

  /** The texts in one file, for a program that is not the application. */
  public static Texts of(String file) {
    var source = new ResourceBundleMessageSource();
    source.setBasename(file);
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setFallbackToSystemLocale(false);
    return new Texts(source);
  }

  /** The text of {@code code}, or the code itself where nobody has written one. */
  public String text(String code) {
    return text(code, Map.of());
  }

  /** The text of {@code code} with each {@code {name}} replaced by the named value. */
  public String text(String code, Map<String, ?> values) {
    return text(code, values, LocaleContextHolder.getLocale());
  }

  /** As {@link #text(String, Map)}, in a language that is given. */
  public String text(String code, Map<String, ?> values, Locale language) {
    var text = messages.getMessage(code, null, code, language);
    return fill(text == null ? code : text, values);
  }

  /** Whether somebody has written a text for {@code code}. */
  public boolean has(String code) {
    return messages.getMessage(code, null, null, LocaleContextHolder.getLocale()) != null;
  }

  private static String fill(String text, Map<String, ?> values) {
    if (values.isEmpty() || text.indexOf('{') < 0) {
      return text;
    }
    var filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open; (open = text.indexOf('{', from)) >= 0; ) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      var value = values.get(text.substring(open + 1, close));
      filled.append(text, from, open).append(value == null ? "" : value);
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }
}
