package org.silian.wish;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a district may set about wishes (handbook 2.2).
 *
 * @param capFen the most a wish may cost, in fen
 * @param round how long a wish stays on the wall before it rolls over into the next round
 * @param contactWithin how long an approved claimer has to make contact before the claim lapses
 * @param fulfilWithin how long after contact a claimer is expected to need
 * @param staffWithin how long staff have for each of their own steps
 * @param ratedWithin how long a confirmed wish waits for a rating before it closes
 * @param contactKept how long after closing the wisher's contact is kept
 */
@ConfigurationProperties("silian.wish")
record WishRules(
    @DefaultValue("50000") long capFen,
    @DefaultValue("30d") Period round,
    @DefaultValue("7d") Period contactWithin,
    @DefaultValue("14d") Period fulfilWithin,
    @DefaultValue("3d") Period staffWithin,
    @DefaultValue("14d") Period ratedWithin,
    @DefaultValue("90d") Period contactKept) {}
