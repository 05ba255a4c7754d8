package org.silian.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Properties;
import java.util.TreeSet;
import org.silian.language.Texts;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Kinds of notices in people's words. A notice's kind is the module that tells it, which the module
 * names with a text {@code notice.kind.<module>}; what nobody names is of the kind {@code other}.
 */
@Component
class NoticeKinds {

  static final String OTHER = "other";
  private static final String PREFIX = "notice.kind.";

  private final NavigableSet<String> named = new TreeSet<>();
  private final Texts texts;

  NoticeKinds(Texts texts) throws IOException {
    this.texts = texts;
    for (var file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath*:messages/*.properties")) {
      var keys = new Properties();
      try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
        keys.load(reader);
      }
      keys.stringPropertyNames().stream()
          .filter(key -> key.startsWith(PREFIX))
          .map(key -> key.substring(PREFIX.length()))
          .forEach(named::add);
    }
  }

  /** All of them, {@code other} last. */
  List<String> all() {
    var all = new TreeSet<>(named);
    all.remove(OTHER);
    var list = new ArrayList<>(all);
    list.add(OTHER);
    return List.copyOf(list);
  }

  String of(String code) {
    var dot = code.indexOf('.');
    var module = dot < 0 ? code : code.substring(0, dot);
    return named.contains(module) ? module : OTHER;
  }

  String name(String kind) {
    return texts.text(PREFIX + kind);
  }
}
