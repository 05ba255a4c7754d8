package org.silian.access;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.silian.permission.Role;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/** The security settings in force: those of the profile, but for what is set by itself. */
@Component
class SecuritySettings {

  /** How long a proof of who somebody is counts as fresh. */
  static final Duration FRESH = Duration.ofMinutes(5);

  private record InForce(
      SecurityProfile profile,
      Map<SecuritySetting, Long> amounts,
      Set<Role> secondFactor,
      List<IpAddressMatcher> addresses) {}

  private volatile InForce inForce;

  SecuritySettings(SecurityProperties properties) {
    inForce = settle(properties);
  }

  /** Puts others in force, as a start with them would. */
  void adopt(SecurityProperties properties) {
    inForce = settle(properties);
  }

  SecurityProfile profile() {
    return inForce.profile();
  }

  long amount(SecuritySetting setting) {
    return inForce.amounts().getOrDefault(setting, 0L);
  }

  boolean isOn(SecuritySetting setting) {
    return amount(setting) > 0;
  }

  /** Nothing where the setting is off. */
  @Nullable Duration days(SecuritySetting setting) {
    return isOn(setting) ? Duration.ofDays(amount(setting)) : null;
  }

  boolean needsSecondFactor(Role role) {
    return inForce.secondFactor().contains(role);
  }

  /** Whether an appointment to it is given with care: an administrator's, or one that needs two. */
  boolean isSensitive(Role role) {
    return role.isAdministrator() || needsSecondFactor(role);
  }

  boolean mayAdministerFrom(String address) {
    var allowed = inForce.addresses();
    return allowed.isEmpty() || allowed.stream().anyMatch(range -> range.matches(address));
  }

  private static InForce settle(SecurityProperties properties) {
    var profile = properties.profile();
    var secondFactor = roles(properties.secondFactor(), profile);
    var addresses =
        words(properties.administratorAddresses()).stream().map(IpAddressMatcher::new).toList();
    var amounts = new EnumMap<SecuritySetting, Long>(SecuritySetting.class);
    for (var setting : SecuritySetting.values()) {
      Integer own =
          switch (setting) {
            case PASSWORD_CLASSES -> properties.passwordClasses();
            case PASSWORD_DAYS -> properties.passwordDays();
            case PASSWORD_KEPT -> properties.passwordKept();
            case DORMANT_DAYS -> properties.dormantDays();
            case SINGLE_SESSION -> number(properties.singleSession());
            case ADMINISTRATOR_ADDRESSES -> Integer.valueOf(addresses.size());
            case SECOND_FACTOR -> Integer.valueOf(secondFactor.size());
            case SIGN_IN_NOTICE -> number(properties.signInNotice());
          };
      long amount = own == null ? setting.of(profile) : own;
      if (amount < 0) {
        throw new IllegalArgumentException("silian.security: " + setting + " is below 0");
      }
      amounts.put(setting, amount);
    }
    return new InForce(profile, amounts, secondFactor, addresses);
  }

  private static @Nullable Integer number(@Nullable Boolean on) {
    return on == null ? null : Integer.valueOf(on ? 1 : 0);
  }

  private static Set<Role> roles(@Nullable String given, SecurityProfile profile) {
    var words = words(given);
    if (words.isEmpty()) {
      return profile == SecurityProfile.LEVEL3 ? administrators() : Set.of();
    }
    var roles = EnumSet.noneOf(Role.class);
    for (var word : words) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "none" -> {}
        case "administrators" -> roles.addAll(administrators());
        default -> roles.add(Role.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')));
      }
    }
    return roles;
  }

  private static Set<Role> administrators() {
    return Arrays.stream(Role.values())
        .filter(Role::isAdministrator)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  private static List<String> words(@Nullable String given) {
    return given == null
        ? List.of()
        : Arrays.stream(given.split(",", -1)).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
