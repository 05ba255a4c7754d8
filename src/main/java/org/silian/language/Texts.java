package org.silian.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds the text of a code in the language of the current request: the district's own, else the
 * program's. Texts carry named places such as {@code {actor}}, so that a translator may put them in
 * any order, and terms such as {@code {term.wish}}, which a district may call otherwise; {@code
 * {Term.wish}} begins with a capital letter.
 */
@Component
public class Texts {

  /** The languages that are complete, the first being the one a person gets who asks for none. */
  public static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private final MessageSource messages;
  private final TextCatalogue catalogue;
  private final ObjectProvider<Wording> wording;

  Texts(MessageSource messages, TextCatalogue catalogue, ObjectProvider<Wording> wording) {
    this.messages = messages;
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /** The texts of one file as they are shipped, for a program that is not the application. */
  public static Texts of(String file) {
    var source = new ResourceBundleMessageSource();
    source.setBasename(file);
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setFallbackToSystemLocale(false);
    try {
      return new Texts(
          source,
          new TextCatalogue(),
          new StaticListableBeanFactory().getBeanProvider(Wording.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of {@code code}, or the code itself where nobody has written one. */
  public String text(String code) {
    return text(code, Map.of());
  }

  /** The text of {@code code} with each {@code {name}} replaced by the named value. */
  public String text(String code, Map<String, ?> values) {
    return text(code, values, LocaleContextHolder.getLocale());
  }

  /** As {@link #text(String)}, in a language of one's own choice. */
  public String text(String code, Locale locale) {
    return text(code, Map.of(), locale);
  }

  /** Whether somebody has written a text for {@code code}. */
  public boolean has(String code) {
    return find(code, LocaleContextHolder.getLocale()) != null;
  }

  /**
   * What the district itself says under {@code code}; nothing where it leaves it to the program.
   */
  public @Nullable String own(String code) {
    return own(code, LocaleContextHolder.getLocale());
  }

  /** As {@link #text(String, Map)}, in a language of one's own choice. */
  public String text(String code, Map<String, ?> values, Locale locale) {
    var text = find(code, locale);
    return fill(text == null ? code : text, values, locale);
  }

  private @Nullable String own(String code, Locale locale) {
    var own = wording.getIfAvailable();
    return own == null ? null : own.text(code, locale);
  }

  private @Nullable String find(String code, Locale locale) {
    var own = own(code, locale);
    return own == null ? messages.getMessage(code, null, null, locale) : own;
  }

  private String fill(String text, Map<String, ?> values, Locale locale) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    var filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open; (open = text.indexOf('{', from)) >= 0; ) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled
          .append(text, from, open)
          .append(value(text.substring(open, close + 1), values, locale));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /** Without any values a place stays as it is: the text is filled elsewhere. */
  private Object value(String place, Map<String, ?> values, Locale locale) {
    var name = place.substring(1, place.length() - 1);
    if (name.regionMatches(true, 0, TextCatalogue.TERM, 0, TextCatalogue.TERM.length())) {
      return term(name, locale);
    }
    if (values.isEmpty()) {
      return place;
    }
    var value = values.get(name);
    return value == null ? "" : value;
  }

  private String term(String name, Locale locale) {
    var code = TextCatalogue.TERM + name.substring(TextCatalogue.TERM.length());
    var own = own(code, locale);
    var term = own == null ? catalogue.text(code, locale) : own;
    if (term == null) {
      return code;
    }
    // One term may be said by another, as a plural is in Chinese.
    var said = term.indexOf('{') < 0 ? term : fill(term, Map.of(), locale);
    return name.charAt(0) == 'T' && !said.isEmpty()
        ? said.substring(0, 1).toUpperCase(Locale.ENGLISH) + said.substring(1)
        : said;
  }
}
