package io.shopkeeper.catalog.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSourceTest {

  @TempDir private Path folder;
  private RowFiles files;

  @BeforeEach
  void prepare() {
    files = new RowFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theSeparatorIsFoundInTheHeader(String separator) throws Exception {
    List<RowSource.Row> rows = rows("id%stitle\n1%s\"a%sb\"\n".replace("%s", separator));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().values().path("title").asText()).isEqualTo("a" + separator + "b");
  }

  @Test
  void quotedCellsHoldLineEndsAndQuotes() throws Exception {
    assertThat(
            rows("id,title\r\n1,\"a\r\nb \"\"c\"\"\"\r\n")
                .getFirst()
                .values()
                .path("title")
                .asText())
        .isEqualTo("a\r\nb \"c\"");
  }

  @Test
  void aRowOfAnotherWidthHasAFaultAndKeepsItsCells() throws Exception {
    List<RowSource.Row> rows = rows("id,title\n1\n2,b,c\n3,d\n");
    assertThat(rows.get(0).fault()).hasValueSatisfying(fault -> assertThat(fault).contains("1"));
    assertThat(rows.get(1).fault()).isPresent();
    assertThat(rows.get(1).raw()).contains("\"column3\":\"c\"");
    assertThat(rows.get(2).fault()).isEmpty();
  }

  @Test
  void rowsAreNumberedFromOneAndEmptyLinesPassedOver() throws Exception {
    assertThat(rows("id\n\n1\n\n2\n")).extracting(RowSource.Row::number).containsExactly(1L, 2L);
    assertThat(rows("{\"id\":1}\n\n \n{\"id\":2}\n"))
        .extracting(RowSource.Row::number)
        .containsExactly(1L, 2L);
  }

  @Test
  void aLineThatIsNoObjectHasAFault() throws Exception {
    List<RowSource.Row> rows = rows("{\"id\":\"1\"}\n[1]\n{\"id\":\n\"x\"\n");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).fault()).isEmpty();
    assertThat(rows.subList(1, 4)).allSatisfy(row -> assertThat(row.fault()).isPresent());
    assertThat(rows.get(2).raw()).isEqualTo("{\"text\":\"{\\\"id\\\":\"}");
  }

  @Test
  void jsonThatIsTooDeepHasAFault() throws Exception {
    List<RowSource.Row> rows =
        rows("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}\n{\"id\":1}\n");
    assertThat(rows.get(0).fault()).isPresent();
    assertThat(rows.get(1).fault()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\n", "  \n1,2\n", "id,id\n1,2\n", "id,,title\n1,2,3\n", "\"id,title\n1,2\n"})
  void aFileWithoutASoundHeaderCannotBeRead(String content) throws Exception {
    Path file = files.of(content);
    assertThatThrownBy(() -> RowSource.open(file)).isInstanceOf(FileUnreadableException.class);
  }

  @Test
  void otherEncodingsAreFoundAlsoWhereTheyShowLate() throws Exception {
    Path late =
        files.of("id,title\n" + "1,a\n".repeat(50_000) + "2,café\n", StandardCharsets.ISO_8859_1);
    assertThat(RowFiles.read(late).getLast().values().path("title").asText()).isEqualTo("café");
    Path early = files.of("id,café\n1,a\n", StandardCharsets.ISO_8859_1);
    assertThat(RowFiles.read(early).getFirst().values().has("café")).isTrue();
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    byte[] noise = new byte[5000];
    new java.util.Random(7).nextBytes(noise);
    Path file = files.of(noise);
    assertThatThrownBy(() -> RowFiles.read(file))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("no text");
  }

  @Test
  void anOpenQuoteIsSaidWithItsRow() throws Exception {
    Path file = files.of("id,title\n1,a\n2,\"never closed\n");
    assertThatThrownBy(() -> RowFiles.read(file))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("Row 2");
  }

  /** One endless line must cost bounded memory: a server of 768 MB reads files of a gigabyte. */
  @Test
  void anEndlessLineIsSetAsideInBoundedMemory() throws Exception {
    String endless = "{\"id\":\"1\",\"titleEn\":\"" + "a".repeat(3_000_000) + "\"}";
    List<RowSource.Row> rows = rows("{\"id\":\"0\"}\n" + endless + "\n{\"id\":\"2\"}\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1).fault()).hasValueSatisfying(f -> assertThat(f).contains("longer"));
    assertThat(rows.get(1).raw()).hasSizeLessThan(2000);
    assertThat(rows.get(2).values().path("id").asText()).isEqualTo("2");
  }

  @Test
  void anEndlessTableRowEndsTheFile() throws Exception {
    Path cell = files.of("id,title\n1,a\n2,\"" + "a\n".repeat(2_000_000));
    assertThatThrownBy(() -> RowFiles.read(cell))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("Row 2")
        .hasMessageContaining("million");
    Path header = files.of("id,title" + "a".repeat(1_500_000) + "\n1,2\n");
    assertThatThrownBy(() -> RowFiles.read(header)).hasMessageContaining("million");
  }

  @Test
  void aLongTableIsNotAnEndlessRow() throws Exception {
    assertThat(rows("id,title\n" + "1,abcdefgh\n".repeat(300_000))).hasSize(300_000);
  }

  private List<RowSource.Row> rows(String content) throws IOException, FileUnreadableException {
    return RowFiles.read(files.of(content));
  }
}
