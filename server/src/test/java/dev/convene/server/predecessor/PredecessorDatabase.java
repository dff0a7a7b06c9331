package dev.convene.server.predecessor;

import com.zaxxer.hikari.HikariDataSource;
import dev.convene.testkit.MariaDbServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A database that the predecessor's own migrations have made, in a hostile time zone, with rows as it writes them. */
public final class PredecessorDatabase implements AutoCloseable {

    public static final String MEETINGS = "video_session_details";
    public static final String ATTENDEES = "session_attendees";

    private final HikariDataSource pool;
    private final boolean mysql;

    private PredecessorDatabase(String url, String user, boolean mysql) {
        this.mysql = mysql;
        this.pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setMaximumPoolSize(8);
    }

    public static PredecessorDatabase postgresql() {
        String name = "t" + UUID.randomUUID().toString().replace("-", "");
        var admin = JdbcClient.create(Postgres.SERVER.getPostgresDatabase());
        admin.sql("create database " + name).update();
        admin.sql("alter database " + name + " set timezone to 'Asia/Kathmandu'")
                .update();
        String url = Postgres.SERVER.getJdbcUrl("postgres", name);
        return new PredecessorDatabase(url, "postgres", false)
                .migrated("20200526081137-db-init-up.sql", "20240104074629-alter-table-for-soft-delete-up.sql");
    }

    public static PredecessorDatabase mariadb() {
        return new PredecessorDatabase(MariaDbServer.shared().newDatabase(), "root", true)
                .migrated("20231221080548-init-up.sql", "20240104074814-alter-table-for-soft-delete-up.sql");
    }

    /** Its {@code .env}. */
    Map<String, String> variables() {
        URI url = URI.create(pool.getJdbcUrl().substring("jdbc:".length()));
        var variables = new TreeMap<String, String>();
        variables.put("DB_HOST", url.getHost());
        variables.put("DB_PORT", String.valueOf(url.getPort()));
        variables.put("DB_DATABASE", url.getPath().substring(1));
        variables.put("DB_USER", pool.getUsername());
        variables.put("DB_PASSWORD", mysql ? "" : "postgres");
        variables.put("DB_SCHEMA", "videochatms");
        variables.put("MYSQL_MIGRATION", String.valueOf(mysql));
        return variables;
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    /** Times are ISO texts in UTC; the predecessor's connector for MySQL takes their zone away. */
    public void insert(String table, Map<String, ?> row) {
        var columns = new TreeMap<>(row);
        String values = columns.values().stream().map(this::literal).collect(Collectors.joining(", "));
        jdbc().sql("insert into %s (%s) values (%s)"
                        .formatted(named(table), String.join(", ", columns.keySet()), values))
                .update();
    }

    public void execute(String sql, String table) {
        jdbc().sql(sql.formatted(named(table))).update();
    }

    /** Of the database, for a server that is not told by its variables. */
    public String url() {
        return pool.getJdbcUrl();
    }

    /** Everything in its tables, as text. */
    List<String> contents() {
        return List.of(MEETINGS, ATTENDEES, "audit_logs").stream()
                .flatMap(it -> jdbc().sql("select * from " + named(it) + " order by id").query().listOfRows().stream())
                .map(String::valueOf)
                .toList();
    }

    boolean hasTable(String name) {
        return jdbc().sql("select count(*) from information_schema.tables where table_name = :name and table_schema = "
                                + (mysql ? "database()" : "current_schema()"))
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public void close() {
        int held = pool.getHikariPoolMXBean().getActiveConnections();
        pool.close();
        if (held > 0) {
            throw new AssertionError(held + " connections were not given back");
        }
    }

    private PredecessorDatabase migrated(String... scripts) {
        var populator = new ResourceDatabasePopulator();
        for (String script : scripts) {
            populator.addScript(new ClassPathResource("predecessor/" + (mysql ? "mysql/" : "postgresql/") + script));
        }
        populator.execute(pool);
        return this;
    }

    private String named(String table) {
        return mysql ? table : "videochatms." + table;
    }

    private String literal(Object value) {
        if (!(value instanceof String text)) {
            return String.valueOf(value);
        }
        boolean time = text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
        String written = time && mysql ? text.replace('T', ' ').replace("Z", "") : text;
        return "'" + written.replace("'", "''") + "'";
    }

    /** Apart, so that it starts only for those that use it. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
