package org.silian.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of a kind of rows.
 *
 * @param key its stable name; also the field of refusals
 * @param synonyms what people write above such a column, in Chinese and English
 * @param choices of a choice: what people write in its cells, to what is meant
 * @param example for the template
 */
public record ImportField(
    String key,
    CellType type,
    boolean required,
    List<String> synonyms,
    Map<String, String> choices,
    String example) {

  /** A field that may be missing. */
  public static ImportField of(String key, CellType type, String example, String... synonyms) {
    return new ImportField(key, type, false, List.of(synonyms), Map.of(), example);
  }

  /** A person's telephone, as every kind has it that is of people. */
  public static ImportField phone() {
    return of(
        "phone",
        CellType.PHONE,
        "13800001234",
        "电话",
        "联系电话",
        "手机",
        "手机号",
        "手机号码",
        "联系方式",
        "phone",
        "mobile");
  }

  /** The same field, which every row must have. */
  public ImportField mandatory() {
    return new ImportField(key, type, true, synonyms, choices, example);
  }

  /** The same field, found also under the name that it goes by here. */
  ImportField named(String name) {
    var more = new ArrayList<>(synonyms);
    more.add(name);
    return new ImportField(key, type, required, more, choices, example);
  }

  /** The same field with one more meaning and the words for it. */
  public ImportField meaning(String meaning, String... words) {
    var more = new LinkedHashMap<>(choices);
    more.put(Cells.key(meaning), meaning);
    for (var word : words) {
      more.put(Cells.key(word), meaning);
    }
    return new ImportField(key, type, required, synonyms, more, example);
  }
}
