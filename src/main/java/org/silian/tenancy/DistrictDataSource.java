package org.silian.tenancy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives connections whose search path is the current district's schema.
 *
 * <p>The path is set while the connection is still in auto-commit, so a rollback cannot take it
 * back to another district's; that is why it may be remembered for each physical connection.
 */
class DistrictDataSource extends DelegatingDataSource {

  private final Map<PGConnection, String> paths = Collections.synchronizedMap(new WeakHashMap<>());

  DistrictDataSource(DataSource pool) {
    super(pool);
  }

  @Override
  public Connection getConnection() throws SQLException {
    var schema = District.current().schema();
    var connection = super.getConnection();
    try {
      bind(connection, schema);
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Connection getConnection(String user, String password) {
    throw new UnsupportedOperationException("The pool knows its user");
  }

  private void bind(Connection connection, String schema) throws SQLException {
    var physical = connection.unwrap(PGConnection.class);
    if (schema.equals(paths.get(physical))) {
      return;
    }
    if (!connection.getAutoCommit()) {
      throw new IllegalStateException("A pooled connection must come in auto-commit");
    }
    paths.remove(physical);
    try (var statement =
        connection.prepareStatement("select set_config('search_path', ?, false)")) {
      statement.setString(1, schema);
      statement.execute();
    }
    paths.put(physical, schema);
  }

  static void refuseToSwitchInsideTransaction(District wanted) {
    if (TransactionSynchronizationManager.isActualTransactionActive()
        && !(District.isBound() && District.current().equals(wanted))) {
      throw new IllegalStateException(
          "A transaction is open; it cannot go on in district " + wanted.code());
    }
  }
}
