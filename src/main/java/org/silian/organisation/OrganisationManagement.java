package org.silian.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Founds and dissolves organisations. */
@Component
@Transactional
public class OrganisationManagement {

  /**
   * An organisation to be founded.
   *
   * @param parent absent for the district alone
   * @param division the code of the division it governs, of the level that its kind demands
   * @param uscc unified social credit code (R-COD-05)
   * @param on its first day
   */
  public record Founding(
      OrganisationKind kind,
      String name,
      @Nullable UUID parent,
      @Nullable String division,
      @Nullable String uscc,
      LocalDate on) {}

  /** Founds an organisation where its kind may stand. */
  public UUID found(Founding founding) {
    throw new UnsupportedOperationException();
  }

  /**
   * Dissolves an organisation in which no other stands; its appointments end with it.
   *
   * @param on the first day on which it is no more
   */
  public void dissolve(UUID id, LocalDate on) {
    throw new UnsupportedOperationException();
  }
}
