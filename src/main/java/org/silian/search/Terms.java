package org.silian.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.springframework.stereotype.Component;

/**
 * Makes terms out of texts and questions. A text gives its words and its pairs of neighbouring
 * characters: words find 维修电灯 for 电灯维修, pairs find what no dictionary knows.
 */
@Component
class Terms {

  /** Counts up when texts give other terms than before: everything is then read again. */
  static final int EDITION = 1;

  private static final String KIND = "#";
  private static final String PLACE = "@";
  private static final String SOUND = "~";
  private static final int LONGEST = 60;
  private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{IsLatin}\\p{N}]+");

  private final Analyzer words = new SmartChineseAnalyzer(CharArraySet.EMPTY_SET);
  private final Analyzer pairs = new CJKAnalyzer(CharArraySet.EMPTY_SET);

  /** The marks of a kind of record and of an organisation's path, upwards. */
  static Set<String> marks(String subjectType, String path) {
    var marks = new LinkedHashSet<String>();
    marks.add(KIND + subjectType);
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      marks.add(PLACE + path.substring(0, dot + 1));
    }
    return marks;
  }

  /** The terms of a record. */
  Set<String> of(Collection<String> texts, Collection<String> names) {
    var terms = new LinkedHashSet<String>();
    texts.forEach(text -> addTerms(text, terms));
    for (var name : names) {
      addTerms(name, terms);
      Pinyin.of(name).forEach(sound -> terms.add(cut(SOUND + sound)));
    }
    return terms;
  }

  private void addTerms(String text, Set<String> terms) {
    var plain = plain(text);
    terms.addAll(terms(words, plain));
    terms.addAll(terms(pairs, plain));
  }

  /**
   * A question as PostgreSQL reads it ({@code tsquery}): everything asked for must be there, of
   * records of a kind, within a reach. Empty where nothing is asked that could be found.
   */
  String query(String asked, String subjectType, String reach) {
    var parts = new ArrayList<String>();
    var runs = RUN.matcher(plain(asked));
    while (runs.find()) {
      parts.add(part(runs.group()));
    }
    if (parts.isEmpty()) {
      return "";
    }
    parts.add(quoted(KIND + subjectType));
    parts.add(quoted(PLACE + reach));
    return String.join(" & ", parts);
  }

  private String part(String run) {
    if (!Character.isIdeographic(run.codePointAt(0))) {
      return "(%s:* | %s:*)".formatted(quoted(run), quoted(SOUND + run));
    }
    if (run.codePointCount(0, run.length()) == 1) {
      return quoted(run) + ":*";
    }
    return "((%s) | (%s))".formatted(all(terms(pairs, run)), all(terms(words, run)));
  }

  private static String all(List<String> terms) {
    return String.join(" & ", terms.stream().map(Terms::quoted).toList());
  }

  private static String quoted(String term) {
    return "'" + cut(term).replace("\\", "\\\\").replace("'", "''") + "'";
  }

  private static String cut(String term) {
    return term.length() <= LONGEST ? term : term.substring(0, LONGEST);
  }

  /** Half width, small letters. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static List<String> terms(Analyzer analyzer, String text) {
    var terms = new ArrayList<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        if (term.length() > 0) {
          terms.add(cut(term.toString()));
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return terms;
  }
}
