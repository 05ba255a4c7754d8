package org.silian.launch;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.silian.postgres.PostgresUnavailable;
import org.silian.problem.Refusal;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What can be in the way of a start, and how to go on. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class LaunchFailures implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .map(LaunchFailures::explain)
        .filter(analysis -> analysis != null)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable FailureAnalysis explain(@Nullable Throwable cause) {
    return switch (cause) {
      case PortInUseException taken ->
          new FailureAnalysis(
              "端口 %d 已被别的程序占用。 Another program uses port %d."
                  .formatted(taken.getPort(), taken.getPort()),
              "请先停止它，或换一个端口 Stop it, or choose another port: SILIAN_PORT=8090 ./silian …",
              taken);
      case PostgresUnavailable unavailable ->
          new FailureAnalysis(
              "数据库无法使用。 There is no database to work with.", unavailable.getMessage(), unavailable);
      case PSQLException refused -> database(refused);
      case Refusal refusal -> refused(refusal);
      case null, default -> null;
    };
  }

  private static @Nullable FailureAnalysis database(PSQLException refused) {
    var state = refused.getSQLState() == null ? "" : refused.getSQLState();
    var description =
        switch (state) {
          case "3D000" -> "SILIAN_DB_URL 中的数据库不存在。 The database in SILIAN_DB_URL does not exist.";
          case "28P01", "28000" -> "数据库拒绝了账号或密码。 The database refuses the role or its password.";
          case "42501" -> "数据库账号缺少权限。 The database role lacks a grant.";
          case "08001", "08004", "08006" -> "连接不上数据库。 The database cannot be reached.";
          default -> null;
        };
    return description == null
        ? null
        : new FailureAnalysis(
            description, refused.getMessage() + "\n见 See docs/operations.md", refused);
  }

  private static @Nullable FailureAnalysis refused(Refusal refusal) {
    return switch (refusal.code()) {
      case "territory.not-shipped" ->
          new FailureAnalysis(
              "没有这个城区的区划代码（SILIAN_DISTRICT）。 No divisions of this district are shipped.",
              "见 See docs/operations.md",
              refusal);
      case "district.code" ->
          new FailureAnalysis(
              "城区代码应为6位数字（SILIAN_DISTRICT）。 The code of a district has six digits.", null, refusal);
      default -> null;
    };
  }
}
