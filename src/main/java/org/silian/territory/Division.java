package org.silian.territory;

import org.jspecify.annotations.Nullable;

/**
 * A district, street, town, community or village.
 *
 * @param code 6, 9 or 12 digits
 * @param parent the code of the division it lies in; absent for the district
 * @param level follows from the code
 * @param name as people say it: 友爱村, not 友爱村委会
 */
public record Division(String code, @Nullable String parent, DivisionLevel level, String name) {}
