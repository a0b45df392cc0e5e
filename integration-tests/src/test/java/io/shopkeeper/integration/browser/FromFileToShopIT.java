package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.shopkeeper.integration.browser.page.DataPage;
import io.shopkeeper.integration.browser.page.ImportReportPage;
import io.shopkeeper.integration.browser.page.ModelsPage;
import io.shopkeeper.integration.browser.page.QuarantinePage;
import io.shopkeeper.integration.browser.page.VersionPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data engineer's day: a file comes in, a model is trained, the shop shows it, and back again.
 */
class FromFileToShopIT extends BrowserSuite {

  private static final String EVENTS =
      """
      eventId,type,customerId,productId,time,channel
      day-1,view,c-0002,knife-1,2026-11-01T10:00:00Z,web
      day-2,nonsense,c-0002,knife-1,2026-11-01T10:01:00Z,web
      day-3,view,c-0002,board-1,2026-11-01T10:02:00Z,web
      """;

  @TempDir private Path folder;

  @Test
  void aRowThatDoesNotFitIsShownMendedAndStored() throws IOException {
    Path file = Files.writeString(folder.resolve("events.csv"), EVENTS);
    signIn();
    ImportReportPage report = DataPage.open(browser()).upload("EVENTS", file);
    assertThat(report.figures())
        .containsEntry("Rows read", "3")
        .containsEntry("Accepted", "2")
        .containsEntry("Quarantined", "1");
    QuarantinePage quarantine = report.mend();
    assertThat(quarantine.faults()).singleElement().asString().contains("type");
    QuarantinePage mended = quarantine.mendFirst(row -> row.replace("nonsense", "favourite"));
    assertThat(mended.message()).isEqualTo("The row is stored.");
    assertThat(mended.faults()).isEmpty();
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void aPromotedModelShowsInTheShopAndGoesAgain() {
    List<String> before = storefront().seeAs(Screen.CUSTOMER).recommended();
    String model = storefront().model();
    signIn();
    int live = ModelsPage.open(browser()).live();
    assertThat(model).isEqualTo("Model version " + live);

    ModelsPage.open(browser()).train("popularity").awaitSuccess();
    assertThat(storefront().model()).as("before promotion").isEqualTo(model);
    VersionPage version = ModelsPage.open(browser()).newest().promote();
    assertThat(version.stage()).isEqualTo("Live");
    int promoted = version.number();

    assertThat(storefront().model()).isEqualTo("Model version " + promoted);
    assertThat(storefront().recommended()).isNotEmpty().isNotEqualTo(before);

    assertThat(ModelsPage.open(browser()).rollBack().live()).isEqualTo(live);
    assertThat(storefront().model()).isEqualTo(model);
    assertThat(storefront().recommended()).isEqualTo(before);
    assertThat(browser().complaints()).isEmpty();
  }
}
