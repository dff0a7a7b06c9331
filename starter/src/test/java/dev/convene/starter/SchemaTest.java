package dev.convene.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.convene.starter.jdbc.MigrationFiles;
import dev.convene.starter.jdbc.Migrations;
import dev.convene.starter.jdbc.SchemaNotCurrentException;
import dev.convene.starter.settings.ConveneProperties.Adoption;
import dev.convene.starter.settings.ConveneProperties.Migration;
import dev.convene.starter.settings.ConveneProperties.Migration.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class SchemaTest {

    private static final Adoption NOTHING = new Adoption(true, null, Map.of());

    @TempDir
    private Path folder;

    private final DataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");

    @Test
    void atStartTheTablesAreMade() {
        Schema.upToDate(database, new Migration(Mode.AT_START, null, NOTHING));

        assertThat(JdbcClient.create(database)
                        .sql("select count(*) from convene_meeting")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThatCode(() -> Schema.upToDate(database, new Migration(Mode.OFF, null, NOTHING)))
                .doesNotThrowAnyException();
    }

    @Test
    void offMeansThatSomebodyElseHasMadeThem() {
        var off = new Migration(Mode.OFF, null, NOTHING);

        assertThatThrownBy(() -> Schema.upToDate(database, off))
                .isInstanceOfSatisfying(SchemaNotCurrentException.class, it -> {
                    assertThat(it.missing()).startsWith("1 meetings");
                    assertThat(new SchemaNotCurrentFailureAnalyzer().analyze(it).getAction())
                            .contains("convene migrate", "convene.migration.mode=at-start");
                });
        assertThat(JdbcClient.create(database).sql("show tables").query().listOfRows())
                .isEmpty();
    }

    @Test
    void tablesMadeByHandFromTheFilesAreGoodEnough() throws IOException {
        var populator = new ResourceDatabasePopulator();
        MigrationFiles.of(database).copyTo(folder).forEach(it -> populator.addScript(new FileSystemResource(it)));
        populator.execute(database);

        for (Mode mode : Mode.values()) {
            assertThatCode(() -> Schema.upToDate(database, new Migration(mode, null, NOTHING)))
                    .doesNotThrowAnyException();
        }
        assertThat(new Migrations(database).plan().isChange()).isFalse();
    }

    @Test
    void tablesMadeByHandOfWhichOneIsMissingAreNot() throws IOException {
        tablesMadeByHandFromTheFilesAreGoodEnough();
        JdbcClient.create(database).sql("drop table convene_adopted").update();

        assertThatThrownBy(() -> Schema.upToDate(database, new Migration(Mode.OFF, null, NOTHING)))
                .isInstanceOf(SchemaNotCurrentException.class);
    }

    @Test
    void theFilesAreCopiedWhateverTheMode() {
        var off = new Migration(Mode.OFF, folder.resolve("sql"), NOTHING);

        assertThatThrownBy(() -> Schema.upToDate(database, off)).isInstanceOf(SchemaNotCurrentException.class);

        assertThat(folder.resolve("sql/V1__meetings.sql")).isRegularFile();
    }
}
