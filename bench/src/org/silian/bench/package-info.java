/**
 * How fast Silian is, compared in the same run with the limit: the same rows through bare JDBC and
 * a bare handler on the same server. Start at {@link org.silian.bench.Bench}.
 */
@NullMarked
package org.silian.bench;

import org.jspecify.annotations.NullMarked;
