package org.silian.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * The limit: the same web server and the same pool, and between them nothing but the SQL. It knows
 * nobody, checks nothing and writes its JSON by hand.
 */
final class BareServer {

  private static final int CONNECTIONS = 12;

  private final HikariDataSource pool;

  private BareServer(HikariDataSource pool) {
    this.pool = pool;
  }

  public static void main(String[] arguments) throws Exception {
    var config = new HikariConfig();
    config.setJdbcUrl(System.getenv("BARE_DATABASE"));
    config.setMaximumPoolSize(CONNECTIONS);
    config.addDataSourceProperty("options", "-c plan_cache_mode=force_custom_plan");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    var server = new BareServer(new HikariDataSource(config));
    var tomcat = new Tomcat();
    tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
    tomcat.setPort(0);
    var connector = tomcat.getConnector();
    connector.getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
    var context = tomcat.addContext("", null);
    server.serve(context, "/list", new WishListHandler());
    server.serve(context, "/make", new WishMakeHandler());
    tomcat.start();
    System.out.println("http://127.0.0.1:" + connector.getLocalPort());
    tomcat.getServer().await();
  }

  /** One bare handler. */
  private interface Handler {

    String answer(HikariDataSource pool, HttpServletRequest request)
        throws SQLException, IOException;
  }

  private void serve(org.apache.catalina.Context context, String path, Handler handler) {
    Tomcat.addServlet(
        context,
        path,
        new HttpServlet() {
          @Override
          protected void service(HttpServletRequest request, HttpServletResponse response)
              throws IOException {
            try {
              var body = handler.answer(pool, request).getBytes(StandardCharsets.UTF_8);
              response.setStatus(request.getMethod().equals("POST") ? 201 : 200);
              response.setContentType("application/json");
              response.setContentLength(body.length);
              response.getOutputStream().write(body);
            } catch (SQLException e) {
              throw new IOException(e);
            }
          }
        });
    context.addServletMappingDecoded(path, path);
  }

  /** The two statements of the list of wishes. */
  private static final class WishListHandler implements Handler {

    private static final String COMMUNITIES =
        """
        select id from organisation where path like ? and kind in ('COMMUNITY', 'VILLAGE')
          and (?::uuid is null
            or path like (select path || '%' from organisation where id = ?))""";

    @Override
    public String answer(HikariDataSource pool, HttpServletRequest request) throws SQLException {
      var state = request.getParameter("state");
      var kind = request.getParameter("kind");
      var q = request.getParameter("q");
      var sql =
          """
          select w.*, o.name as community, w.collected_at as key, w.title as shown from wish w
          join organisation o on o.id = w.organisation_id
          where w.organisation_id = any(?)%s%s%s order by w.collected_at desc, w.id desc limit ?"""
              .formatted(
                  state == null ? "" : " and w.state = ?",
                  kind == null ? "" : " and w.kind = ?",
                  q == null ? "" : " and (w.title like ? or w.number like ?)");
      try (var connection = pool.getConnection();
          var within = connection.prepareStatement(COMMUNITIES);
          var wishes = connection.prepareStatement(sql)) {
        within.setString(1, request.getParameter("reach") + "%");
        within.setObject(2, null, java.sql.Types.OTHER);
        within.setObject(3, null, java.sql.Types.OTHER);
        var communities = new java.util.ArrayList<UUID>();
        try (var rows = within.executeQuery()) {
          while (rows.next()) {
            communities.add(rows.getObject(1, UUID.class));
          }
        }
        int at = 1;
        wishes.setArray(at++, connection.createArrayOf("uuid", communities.toArray()));
        for (var value : new String[] {state, kind}) {
          if (value != null) {
            wishes.setString(at++, value);
          }
        }
        if (q != null) {
          wishes.setString(at++, q + "%");
          wishes.setString(at++, q + "%");
        }
        wishes.setInt(at, 21);
        return json(wishes);
      }
    }

    private static String json(java.sql.PreparedStatement wishes) throws SQLException {
      var json = new StringBuilder(8_192).append("{\"items\":[");
      try (var rows = wishes.executeQuery()) {
        for (int n = 0; rows.next() && n < 20; n++) {
          json.append(n == 0 ? "{\"id\":\"" : ",{\"id\":\"")
              .append(rows.getString("id"))
              .append("\",\"number\":\"")
              .append(rows.getString("number"))
              .append("\",\"kind\":\"")
              .append(rows.getString("kind"))
              .append("\",\"title\":\"")
              .append(rows.getString("shown"))
              .append("\",\"state\":\"")
              .append(rows.getString("state"))
              .append("\",\"community\":{\"id\":\"")
              .append(rows.getString("organisation_id"))
              .append("\",\"name\":\"")
              .append(rows.getString("community"))
              .append("\"},\"collectedAt\":\"")
              .append(rows.getObject("collected_at", OffsetDateTime.class).toInstant())
              .append("\",\"overdue\":false}");
        }
      }
      return json.append("]}").toString();
    }
  }

  /** Two inserts in one transaction: the wish, and its line in the journal. */
  private static final class WishMakeHandler implements Handler {

    private static final String WISH =
        """
        insert into wish (id, version, number, organisation_id, kind, child, collector_id,
          collected_at, consent_notice_version, consent_how, consent_at, state, title, words, round)
        values (?, 0, ?, ?, 'REPAIR', false, ?, now(), '1', 'ORAL', now(), 'COLLECTED', ?, ?, 1)""";

    private static final String ENTRY =
        """
        insert into journal_entry (id, command, fact, subject_type, subject_id, organisation_id,
          occurred_at, recorded_at, person_id, role, body, measures, mac)
        values (?, ?, 'wish-collected', 'wish', ?, ?, now(), now(), ?, 'COMMUNITY_WORKER', ?,
          'wish.collected@2026-01-01=1', ?)""";

    @Override
    public String answer(HikariDataSource pool, HttpServletRequest request)
        throws SQLException, IOException {
      var words = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var community = UUID.fromString(request.getParameter("community"));
      var person = UUID.fromString(request.getParameter("person"));
      var id = UUID.randomUUID();
      try (var connection = pool.getConnection();
          var wish = connection.prepareStatement(WISH);
          var entry = connection.prepareStatement(ENTRY)) {
        connection.setAutoCommit(false);
        wish.setObject(1, id);
        wish.setString(2, "bare-" + id);
        wish.setObject(3, community);
        wish.setObject(4, person);
        wish.setString(5, words.substring(0, Math.min(20, words.length())));
        wish.setString(6, words);
        wish.executeUpdate();
        entry.setObject(1, UUID.randomUUID());
        entry.setObject(2, id);
        entry.setObject(3, id);
        entry.setObject(4, community);
        entry.setObject(5, person);
        entry.setString(6, "{\"kind\":\"REPAIR\",\"child\":false,\"how\":\"ORAL\"}");
        entry.setBytes(7, new byte[32]);
        entry.executeUpdate();
        connection.commit();
        connection.setAutoCommit(true);
      }
      return "{\"id\":\"" + id + "\"}";
    }
  }
}
