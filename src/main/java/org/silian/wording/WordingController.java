package org.silian.wording;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.silian.api.Revision;
import org.silian.language.TextCatalogue;
import org.silian.permission.Open;
import org.silian.permission.Requires;
import org.silian.problem.Refusal;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The district's words: for the pages that say them, and for whoever chooses them. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class WordingController {

  private final TextCatalogue catalogue;
  private final OwnWords words;
  private final WordingStore store;
  private final WordingRules rules;
  private final WordingManagement management;

  WordingController(
      TextCatalogue catalogue,
      OwnWords words,
      WordingStore store,
      WordingRules rules,
      WordingManagement management) {
    this.catalogue = catalogue;
    this.words = words;
    this.store = store;
    this.rules = rules;
    this.management = management;
  }

  /**
   * What a page says otherwise than it was shipped, in one language.
   *
   * @param texts by the key of the page's message
   * @param terms by their name
   */
  record WordingView(long version, Map<String, String> texts, Map<String, String> terms) {}

  /** Which texts to list. */
  enum TextKind {
    TERM,
    SERVER,
    WEB,
    OWN
  }

  /**
   * A text as it was shipped and as the district says it.
   *
   * @param ownZh absent where the district says what the program says
   */
  record TextRow(
      String code, String zh, String en, @Nullable String ownZh, @Nullable String ownEn) {}

  /**
   * A page of texts.
   *
   * @param version of all the district's words, to be sent with a change
   * @param next the code to pass as {@code after}
   */
  record TextPage(long version, List<TextRow> items, @Nullable String next) {}

  /** A text in both languages; one that is absent or blank is as the program says it. */
  record TextRequest(
      @Nullable @Size(max = 5000) String zh, @Nullable @Size(max = 5000) String en) {}

  /** Small, and the same for everybody until somebody changes a word. */
  @GetMapping("/wording")
  @Open
  ResponseEntity<WordingView> wording(
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String seen) {
    var locale = TextCatalogue.spoken(LocaleContextHolder.getLocale());
    var own = words.words();
    var tag = "\"%d-%s\"".formatted(own.version(), locale.toLanguageTag());
    var caching = CacheControl.noCache().cachePrivate();
    if (tag.equals(seen)) {
      return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).cacheControl(caching).build();
    }
    var texts = own.texts().getOrDefault(locale.toLanguageTag(), Map.of());
    return ResponseEntity.ok()
        .eTag(tag)
        .cacheControl(caching)
        .body(
            new WordingView(
                own.version(), of(texts, TextCatalogue.WEB), of(texts, TextCatalogue.TERM)));
  }

  /** Those whose code or words, shipped or own, hold what is looked for. */
  @GetMapping("/texts")
  @Requires("wording.edit")
  TextPage texts(
      @RequestParam(required = false) @Nullable TextKind kind,
      @RequestParam(required = false) @Size(max = 60) @Nullable String q,
      @RequestParam(required = false) @Size(max = 200) @Nullable String after,
      @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
    store.refresh();
    var rows =
        catalogue.codes().stream()
            .filter(code -> after == null || code.compareTo(after) > 0)
            .filter(rules::isEditable)
            .map(this::row)
            .filter(row -> kind == null || isOf(row, kind))
            .filter(row -> q == null || q.isBlank() || holds(row, q.strip()))
            .limit(size + 1L)
            .toList();
    boolean more = rows.size() > size;
    var items = more ? rows.subList(0, size) : rows;
    return new TextPage(words.words().version(), items, more ? items.getLast().code() : null);
  }

  @PutMapping("/texts/{code}")
  @Requires("wording.edit")
  ResponseEntity<TextRow> say(
      @PathVariable String code,
      @RequestHeader(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @RequestBody TextRequest body) {
    management.say(code, plain(body.zh()), plain(body.en()), Revision.parse(ifMatch));
    store.refresh();
    return ResponseEntity.ok().eTag("\"" + words.words().version() + "\"").body(row(code));
  }

  private TextRow row(String code) {
    return new TextRow(
        code,
        shipped(code, Locale.SIMPLIFIED_CHINESE),
        shipped(code, Locale.ENGLISH),
        words.words().text(code, Locale.SIMPLIFIED_CHINESE),
        words.words().text(code, Locale.ENGLISH));
  }

  private String shipped(String code, Locale locale) {
    var text = catalogue.text(code, locale);
    if (text == null) {
      throw Refusal.notFound("wording.no-such-text");
    }
    return text;
  }

  private static boolean isOf(TextRow row, TextKind kind) {
    return switch (kind) {
      case TERM -> row.code().startsWith(TextCatalogue.TERM);
      case WEB -> row.code().startsWith(TextCatalogue.WEB);
      case SERVER ->
          !row.code().startsWith(TextCatalogue.TERM) && !row.code().startsWith(TextCatalogue.WEB);
      case OWN -> row.ownZh() != null || row.ownEn() != null;
    };
  }

  private static boolean holds(TextRow row, String q) {
    var wanted = q.toLowerCase(Locale.ROOT);
    return holds(row.code(), wanted)
        || holds(row.zh(), wanted)
        || holds(row.en(), wanted)
        || holds(row.ownZh(), wanted)
        || holds(row.ownEn(), wanted);
  }

  private static boolean holds(@Nullable String text, String wanted) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }

  private static Map<String, String> of(Map<String, String> texts, String prefix) {
    var found = new TreeMap<String, String>();
    texts.forEach(
        (code, text) -> {
          if (code.startsWith(prefix)) {
            found.put(code.substring(prefix.length()), text);
          }
        });
    return found;
  }
}
