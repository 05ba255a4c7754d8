package org.silian.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.silian.permission.Role;
import org.springframework.stereotype.Component;

/** Reads organisations and who holds their posts, for other modules. */
@Component
public class OrganisationDirectory {

  /**
   * A person in a post.
   *
   * @param name of the person
   */
  public record Holder(UUID appointment, UUID person, String name, Role role) {}

  /** An organisation, also one that is dissolved. */
  public Optional<OrganisationSummary> find(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #find}, refused as {@code organisation.not-found}. */
  public OrganisationSummary get(UUID id) {
    throw new UnsupportedOperationException();
  }

  /** The standing organisation that governs a division. */
  public Optional<OrganisationSummary> byDivision(String code) {
    throw new UnsupportedOperationException();
  }

  /** The root; absent until the district is set up. */
  public Optional<OrganisationSummary> district() {
    throw new UnsupportedOperationException();
  }

  /** All standing communities and villages, by street and then name. */
  public List<OrganisationSummary> communities() {
    throw new UnsupportedOperationException();
  }

  /**
   * The community or village in which an organisation stands, or itself; refused as {@code
   * organisation.in-no-community}.
   */
  public OrganisationSummary communityOf(UUID organisation) {
    throw new UnsupportedOperationException();
  }

  /** Who holds any of the roles in this very organisation on a day, by name. */
  public List<Holder> holders(UUID organisation, Set<Role> roles, LocalDate on) {
    throw new UnsupportedOperationException();
  }

  /** Whether the organisation lies in the subtree of this path. */
  public boolean isWithin(UUID organisation, String reach) {
    throw new UnsupportedOperationException();
  }

  /**
   * Kilometres, with one decimal, from a community to each, itself included, on the schematic plan
   * (示意): no true positions are known. Empty where the community has no division.
   */
  public Map<UUID, Double> kilometresFrom(UUID community) {
    throw new UnsupportedOperationException();
  }
}
