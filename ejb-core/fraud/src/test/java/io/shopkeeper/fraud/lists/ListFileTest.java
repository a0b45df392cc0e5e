package io.shopkeeper.fraud.lists;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.fraud.boundary.ListImport;
import io.shopkeeper.fraud.boundary.ListKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListFileTest {

  @Test
  void valuesHaveAnExpiryAndANoteIfWanted() {
    ListFile file =
        ListFile.read(
            ListKind.EMAIL,
            "\uFEFF"
                + """
                  value,expires,note\r
                  anna@example.org\r
                  \r
                  bob@example.org,2027-01-31,"a, ""b""
                  c"
                  eve@example.org,2027-01-31T12:00:00Z
                  ANNA@example.org,,again""");
    assertThat(file.faults()).isEmpty();
    assertThat(file.rows())
        .extracting(ListFile.Row::entry)
        .containsExactly("ANNA@example.org", "bob@example.org", "eve@example.org");
    assertThat(file.rows().get(0).note()).isEqualTo("again");
    assertThat(file.rows().get(1).note()).isEqualTo("a, \"b\"\nc");
    assertThat(file.rows().get(1).expiresAt())
        .isEqualTo(Instant.parse("2027-02-01T00:00:00Z").toEpochMilli());
    assertThat(file.rows().get(2).expiresAt())
        .isEqualTo(Instant.parse("2027-01-31T12:00:00Z").toEpochMilli());
  }

  @Test
  void eachWrongRowIsNamedByItsLine() {
    ListFile file =
        ListFile.read(
            ListKind.EMAIL,
            """
            anna@example.org
            nobody
            bob@example.org,31.1.2027
            ,2027-01-31
            eve@example.org,,a,b
            "open@example.org""");
    assertThat(file.wrong()).isEqualTo(5);
    assertThat(file.faults()).extracting(ListImport.Fault::line).containsExactly(2, 3, 4, 5, 6);
    assertThat(file.faults())
        .extracting(ListImport.Fault::fault)
        .containsExactly("not-email", "not-day", "blank", "many-cells", "open-quote");
  }

  @Test
  void cardNumbersAreRefused() {
    ListFile file = ListFile.read(ListKind.CARD, "4111 1111 1111 1111\nf3a9c2\n");
    assertThat(file.faults()).extracting(ListImport.Fault::fault).containsExactly("card-number");
    assertThat(ListFile.read(ListKind.IP, "1.2.3.4;;semicolons\n1.2.3.999").faults())
        .extracting(ListImport.Fault::fault)
        .containsExactly("not-ip");
  }
}
