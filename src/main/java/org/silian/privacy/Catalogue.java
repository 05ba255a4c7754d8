package org.silian.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.silian.language.Texts;
import org.silian.privacy.PersonalFields.Kind;
import org.silian.privacy.PersonalFields.Merging;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Every column in which something of a person is kept, with its why and its how long. */
@Component
class Catalogue {

  private final ObjectProvider<PersonalKeeper> keepers;
  private final Texts texts;

  Catalogue(ObjectProvider<PersonalKeeper> keepers, Texts texts) {
    this.keepers = keepers;
    this.texts = texts;
  }

  /** The keepers, in the order in which they erase. */
  List<PersonalKeeper> keepers() {
    return keepers.orderedStream().toList();
  }

  /**
   * A kind of what is kept.
   *
   * @param name what it is
   * @param why its purpose
   * @param kept how long, or until which event
   * @param law the article by which it may be kept
   */
  record CatalogueKind(
      String id,
      String module,
      String name,
      String why,
      String kept,
      LawfulBasis basis,
      String basisName,
      String law,
      Sensitivity sensitivity,
      String sensitivityName,
      List<CatalogueField> fields) {}

  /** A column, by the name under which people know it. */
  record CatalogueField(String column, String name) {}

  List<CatalogueKind> kinds() {
    return keepers().stream()
        .map(PersonalKeeper::fields)
        .flatMap(fields -> fields.kinds().stream().map(kind -> kind(fields.module(), kind)))
        .toList();
  }

  private CatalogueKind kind(String module, Kind kind) {
    var key = "personal." + kind.id();
    return new CatalogueKind(
        kind.id(),
        module,
        texts.text(key),
        texts.text(key + ".why"),
        texts.text(key + ".kept"),
        kind.basis(),
        texts.text("privacy.basis." + kind.basis()),
        kind.basis().article(),
        kind.sensitivity(),
        texts.text("privacy.sensitivity." + kind.sensitivity()),
        kind.columns().stream()
            .map(column -> new CatalogueField(column, texts.text("field." + column)))
            .toList());
  }

  /** What becomes of each column that refers to a person when records are merged. */
  Map<String, Merging> references() {
    var all = new LinkedHashMap<String, Merging>();
    keepers().forEach(keeper -> all.putAll(keeper.fields().references()));
    return all;
  }

  /** All columns that are declared, as personal or not. */
  Set<String> declared() {
    return keepers().stream()
        .map(PersonalKeeper::fields)
        .flatMap(
            fields -> {
              var columns = new TreeSet<>(fields.others().keySet());
              fields.kinds().forEach(kind -> columns.addAll(kind.columns()));
              return columns.stream();
            })
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
