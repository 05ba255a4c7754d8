package org.silian.file;

import static org.silian.privacy.PersonalFields.Impersonal.CODE;
import static org.silian.privacy.PersonalFields.Impersonal.MACHINE;
import static org.silian.privacy.PersonalFields.Impersonal.THING;
import static org.silian.privacy.PersonalFields.Merging.MOVES;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.silian.privacy.LawfulBasis;
import org.silian.privacy.PersonalFields;
import org.silian.privacy.PersonalKeeper;
import org.silian.privacy.Sensitivity;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What files keep of people. Of whom the papers of a record tell, the module that owns the record
 * knows: it hands them over as {@code file.paper} and erases them.
 */
@Component
@Order(10)
class FileData implements PersonalKeeper {

  private static final int MOST = 500;

  private final Uploads uploads;
  private final JdbcClient jdbc;

  FileData(Uploads uploads, JdbcClient jdbc) {
    this.uploads = uploads;
    this.jdbc = jdbc;
  }

  @Override
  public PersonalFields fields() {
    return PersonalFields.of("file")
        .kind("file.paper", LawfulBasis.CONSENT, Sensitivity.ORDINARY, "file.name")
        .kind(
            "file.attached",
            LawfulBasis.CONTRACT,
            Sensitivity.ORDINARY,
            "file.attached_by",
            "file_upload.owner_id",
            "file_upload.name")
        .merging(MOVES, "file.attached_by", "file_upload.owner_id")
        .impersonal(CODE, "file.subject_type", "file.type", "file.scan")
        .impersonal(THING, "file.subject_id", "file.organisation_id")
        .impersonal(MACHINE, "file.hash", "file_discard.hash");
  }

  @Override
  public List<Kept> kept(UUID person) {
    return jdbc.sql(
            """
            select attached_at, type from file where attached_by = ?
            order by attached_at desc, id desc limit ?""")
        .params(person, MOST)
        .query(
            (row, n) ->
                Kept.of(
                    "file.attached",
                    "file.attached_at",
                    row.getObject(1, OffsetDateTime.class).toInstant(),
                    "file.type",
                    row.getString(2)))
        .list();
  }

  @Override
  public void erase(UUID person) {
    uploads.abandonAll(person);
  }
}
