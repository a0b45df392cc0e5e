package io.shopkeeper.integration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.browser.page.ConsolePage;
import io.shopkeeper.integration.browser.page.DataPage;
import io.shopkeeper.integration.browser.page.ImportReportPage;
import io.shopkeeper.integration.browser.page.QuarantinePage;
import io.shopkeeper.integration.server.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is checked, imported, mended by a rule, watched, and taken back. */
class DataEngineersDayIT extends BrowserSuite {

  private static final String PRODUCTS =
      """
      id,titleEn,categoryPath,price,currency,stock
      daylamp-1,Copper daylamp,Home/Lamps,11.50,EUR,1
      daylamp-2,Paper daylamp,Home/Lamps,12.50,EUR,many
      daylamp-3,Clay daylamp,Home/Lamps,13.50,EUR,many
      daylamp-4,Glass daylamp,Home/Lamps,14.50,EUR,4
      daylamp-5,Steel daylamp,Home/Lamps,15.50,EUR,5
      daylamp-6,Oak daylamp,Home/Lamps,16.50,EUR,6
      daylamp-7,Wool daylamp,Home/Lamps,17.50,EUR,7
      daylamp-8,Straw daylamp,Home/Lamps,18.50,EUR,8
      daylamp-9,Stone daylamp,Home/Lamps,19.50,EUR,9
      daylamp-10,Bamboo daylamp,Home/Lamps,20.50,EUR,10
      """;

  @TempDir private Path folder;

  @Test
  void aFileIsCheckedMendedByRuleAndTakenBack() throws IOException {
    Path file = Files.writeString(folder.resolve("lamps.csv"), PRODUCTS);
    signIn();
    ImportReportPage dry = DataPage.open(browser()).look(file).as("PRODUCTS").check();
    assertThat(dry.figures()).containsEntry("Rows read", "10").containsEntry("Quarantined", "2");
    assertThat(status("daylamp-1")).as("after the check").isEqualTo(404);

    ImportReportPage report = dry.importNow();
    assertThat(report.figures()).containsEntry("Accepted", "8").containsEntry("Quarantined", "2");
    assertThat(status("daylamp-1")).isEqualTo(200);
    String address = browser().address();

    QuarantinePage mended = report.mend().tick(0).rule("stock", "many", "10");
    assertThat(mended.promise()).contains("Of 1 rows").contains("1 could be stored");
    assertThat(status("daylamp-3")).as("after the preview").isEqualTo(404);
    mended.apply();
    Await.until("the ticked row", Duration.ofSeconds(30), () -> status("daylamp-3") == 200);
    assertThat(status("daylamp-2")).as("not ticked").isEqualTo(404);

    ImportReportPage.open(browser(), address).undo().awaitSuccess();
    assertThat(status("daylamp-1")).isEqualTo(404);
    assertThat(browser().complaints()).isEmpty();
  }

  @Test
  void theMonitorsAreMeasuredAndOneIsChanged() {
    signIn();
    ConsolePage.open(browser(), "monitors");
    browser().follow(browser().find("button[name=now]"));
    assertThat(ConsolePage.open(browser(), "monitors").heading()).isEqualTo("Data monitors");
    assertThat(browser().all(".monitor")).hasSizeGreaterThan(10);
    JsonNode monitor = shop().api().get("monitors").json().path(0);
    String id = monitor.path("id").asText();
    browser().open(browser().find("details:has(#threshold-" + id + ") summary"));
    browser().type(browser().find("#threshold-" + id), "99");
    browser().follow(browser().find("button[name=change][value='" + id + "']"));
    assertThat(shop().api().get("monitors").json().path(0).path("threshold").asDouble())
        .isEqualTo(99);
    String before = "{\"on\":true,\"threshold\":%s}".formatted(monitor.path("threshold"));
    shop().api().put("monitors/" + id, before);
  }

  private int status(String product) {
    return shop().api().get("products/" + product).status();
  }
}
