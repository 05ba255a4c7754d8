package org.silian.language;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every text of the program as it was shipped: those of the server by their codes, those of the web
 * pages under {@code web.}, and the terms, which both use, under {@code term.}.
 */
@Component
public class TextCatalogue {

  /** Before the codes of texts that the web pages say. */
  public static final String WEB = "web.";

  /** Before the codes of terms. */
  public static final String TERM = "term.";

  private final Map<Locale, Map<String, String>> texts = new HashMap<>();

  TextCatalogue() throws IOException {
    var resources = new PathMatchingResourcePatternResolver();
    for (var locale : Texts.LANGUAGES) {
      texts.put(locale, new HashMap<>());
    }
    for (var file : resources.getResources("classpath*:messages/*.properties")) {
      boolean english = name(file).endsWith("_en.properties");
      readProperties(file, of(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
    }
    for (var file : resources.getResources("classpath*:web-messages/**/messages.*.json")) {
      boolean english = name(file).equals("messages.en.json");
      readJson(file, of(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
    }
  }

  /** All codes, in their order. */
  public SortedSet<String> codes() {
    return new TreeSet<>(of(Locale.SIMPLIFIED_CHINESE).keySet());
  }

  /** The shipped text, in the first language where the other has none. */
  public @Nullable String text(String code, Locale locale) {
    var text = of(locale).get(code);
    return text == null ? of(Locale.SIMPLIFIED_CHINESE).get(code) : text;
  }

  /** The language among {@link Texts#LANGUAGES} that is spoken to somebody of this locale. */
  public static Locale spoken(Locale locale) {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage())
        ? Locale.ENGLISH
        : Locale.SIMPLIFIED_CHINESE;
  }

  private Map<String, String> of(Locale locale) {
    return Objects.requireNonNull(texts.get(spoken(locale)));
  }

  private static void readProperties(Resource file, Map<String, String> into) throws IOException {
    var properties = new Properties();
    try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    properties.forEach((code, text) -> into.put(code.toString(), text.toString()));
  }

  /** {@code …/wish/messages.en.json} holds the texts under {@code web.wish}. */
  private static void readJson(Resource file, Map<String, String> into) throws IOException {
    var path = file.getURL().getPath();
    var folder = path.substring(0, path.lastIndexOf('/'));
    var module = folder.substring(folder.lastIndexOf('/') + 1);
    try (var content = file.getInputStream()) {
      walk(
          JsonMapper.shared().readTree(content),
          TERM.equals(module + ".") ? "term" : WEB + module,
          into);
    }
  }

  private static void walk(JsonNode node, String at, Map<String, String> into) {
    if (node.isString()) {
      into.put(at, node.stringValue());
    }
    Set<Map.Entry<String, JsonNode>> properties = node.properties();
    properties.forEach(entry -> walk(entry.getValue(), at + "." + entry.getKey(), into));
  }

  private static String name(Resource file) {
    return Objects.requireNonNull(file.getFilename());
  }
}
