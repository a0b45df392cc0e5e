package io.shopkeeper.integration.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.access.ConsolePages.ConsolePage;
import io.shopkeeper.integration.access.RestDoors.Door;
import io.shopkeeper.integration.server.ConsoleBrowser;
import io.shopkeeper.integration.server.ConsoleBrowser.Page;
import io.shopkeeper.integration.server.RunningShop;
import io.shopkeeper.integration.server.ShopApi;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Role;
import io.shopkeeper.platform.boundary.Scope;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Walks every page and every path of the running shop with every role and every scope, and compares
 * what it meets with the published table.
 */
@ExtendWith(RunningShop.OnH2.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixIT {

  private static final String NOTHING = "{\"matrix-unknown-field\":1}";

  private final Map<Role, ConsoleBrowser> people = new EnumMap<>(Role.class);
  private ShopServer shop;

  @BeforeEach
  void invite(ShopServer running) {
    shop = running;
    if (people.isEmpty()) {
      var staff = new Staff(running);
      for (Role role : Role.values()) {
        people.put(role, staff.signedIn("matrix-" + role.roleName(), "\"" + role + "\""));
      }
    }
  }

  @Test
  void everyRoleMeetsThePagesOfTheTable() {
    List<String> wrong = new ArrayList<>();
    for (ConsolePage page : ConsolePages.all()) {
      for (Role role : Role.values()) {
        Page answer = people.get(role).get("console/" + page.address());
        boolean mayOpen = page.right().map(right -> right.roles().contains(role)).orElse(true);
        boolean opened =
            answer.status() != 403
                && !answer.location().contains("sign-in")
                && !answer.location().contains("expired");
        // The two doors that lead elsewhere by themselves, and the page that says no.
        boolean leads = Set.of("second-step", "provider", "forbidden").contains(page.address());
        if (mayOpen != opened && !leads) {
          wrong.add("%s %s: %d %s".formatted(role, page, answer.status(), answer.location()));
        }
        assertThat(answer.status()).as("%s as %s", page, role).isNotEqualTo(500);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void withoutSigningInOnlyTheDoorIsOpen() {
    for (ConsolePage page : ConsolePages.all()) {
      Page answer = new ConsoleBrowser(shop.base()).get("console/" + page.address());
      if (page.right().isPresent()) {
        assertThat(answer.location()).as(page.address()).contains("sign-in");
      } else {
        assertThat(answer.status()).as(page.address()).isLessThan(400);
      }
    }
  }

  @Test
  void everyRoleMeetsThePathsOfTheTable() {
    List<String> wrong = new ArrayList<>();
    for (Door door : RestDoors.all()) {
      for (Role role : Role.values()) {
        int status = call(people.get(role), door);
        boolean may =
            door.unguarded() || door.right().map(r -> r.roles().contains(role)).orElse(false);
        boolean passed = status != 401 && status != 403;
        if (may != passed || status >= 500) {
          wrong.add("%s as %s: %d".formatted(door, role, status));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyScopeMeetsThePathsOfTheTable() {
    List<String> wrong = new ArrayList<>();
    for (Scope scope : Scope.values()) {
      ShopApi secret = shop.api().with(key("SECRET", scope));
      ShopApi open = shop.api().with(key("PUBLIC", scope));
      for (Door door : RestDoors.all()) {
        boolean fits = door.unguarded() || door.scope().filter(scope::equals).isPresent();
        compare(wrong, door, scope + " secret", fits, call(secret, door));
        boolean fitsPublic = fits && (door.unguarded() || door.publicKey());
        compare(wrong, door, scope + " public", fitsPublic, call(open, door));
      }
    }
    ShopApi nobody = shop.api().with(null);
    for (Door door : RestDoors.all()) {
      int status = call(nobody, door);
      if (!door.unguarded() && status != 401) {
        wrong.add("%s without a key: %d".formatted(door, status));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void anActNeedsItsRightWhateverThePageShows() {
    Map<String, String> press = Map.of("!t", "t", "!t:go", "x");
    ConsoleBrowser viewer = people.get(Role.VIEWER);
    Page seen = viewer.get("console/models");
    assertThat(seen.text()).doesNotContain("train?name=");
    assertThat(viewer.get("console/train").status()).isEqualTo(403);
    long before = newestJob();
    Page pressed = viewer.submit("console/train", seen, "leave", press);
    assertThat(pressed.status()).isEqualTo(403);
    assertThat(newestJob()).as("newest job after a viewer pressed").isEqualTo(before);

    // An agent may look at the quarantine, where no button to mend is shown: it is pressed anyway.
    assertThat(viewer.get("console/quarantine").status()).isEqualTo(403);
    ConsoleBrowser agent = people.get(Role.AGENT);
    Page rows = agent.get("console/quarantine");
    Page mended = agent.submit("console/quarantine", rows, "leave", Map.of("!mend", "1"));
    assertThat(mended.status()).isEqualTo(403);

    ConsoleBrowser merchandiser = people.get(Role.MERCHANDISER);
    Page offered = merchandiser.get("console/train");
    merchandiser.submit("console/train", offered, "t", Map.of("go", "x"));
    assertThat(newestJob()).as("newest job after somebody pressed who may").isGreaterThan(before);
    JsonNode job = shop.api().get("jobs/" + newestJob()).json();
    assertThat(job.path("kind").asText()).startsWith("train-");
    assertThat(job.path("requestedBy").asText()).isEqualTo("matrix-merchandiser");
  }

  @Test
  void whatChangesSomethingNeedsTheHeaderThatOtherSitesCannotSet() {
    ConsoleBrowser admin = people.get(Role.ADMIN);
    Page refused =
        admin.send(
            HttpRequest.newBuilder(admin.address("api/v1/jobs/999999999:cancel"))
                .POST(BodyPublishers.noBody()));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text()).contains("Shopkeeper-Console");
  }

  @Test
  void aRoleThatIsTakenAwayCountsAtOnce() {
    ConsoleBrowser person = new Staff(shop).signedIn("matrix-changed", "\"ADMIN\"");
    assertThat(person.get("console/keys").status()).isEqualTo(200);
    shop.api().put("people/matrix-changed", "{\"roles\":[\"VIEWER\"]}");
    assertThat(person.get("console/keys").status()).isEqualTo(403);
    shop.api().put("people/matrix-changed", "{\"disabled\":true}");
    assertThat(person.get("console/models").location()).contains("expired");
    assertThat(person.signIn("matrix-changed", Staff.PASSWORD).location()).isEmpty();
  }

  @Test
  void thePublishedTableNamesEveryPageAndPath() throws Exception {
    String table = Files.readString(Classes.home().resolve("docs/roles.md"));
    for (ConsolePage page : ConsolePages.all()) {
      assertThat(table).contains("`/console/" + page.address() + "`");
    }
    JsonNode paths = shop.api().get("openapi.json").json().path("paths");
    assertThat(paths.size()).isPositive();
    paths
        .fieldNames()
        .forEachRemaining(
            path -> assertThat(table).contains("`" + path.replaceFirst("^/api/v1", "") + "`"));
    for (Right right : EnumSet.allOf(Right.class)) {
      assertThat(table).contains("`" + right + "`");
    }
  }

  /** The newest job: the list itself has an end. */
  private long newestJob() {
    return shop.api().get("jobs").json().path(0).path("id").asLong();
  }

  private String key(String kind, Scope scope) {
    return shop.api()
        .post(
            "keys",
            "{\"name\":\"matrix %s\",\"kind\":\"%s\",\"scopes\":[\"%s\"]}"
                .formatted(scope, kind, scope))
        .json()
        .path("text")
        .asText();
  }

  private static void compare(List<String> wrong, Door door, String who, boolean may, int status) {
    boolean passed = status != 401 && status != 403;
    if (may != passed || (status >= 500 && !door.unguarded())) {
      wrong.add("%s with %s: %d".formatted(door, who, status));
    }
  }

  private static int call(ShopApi api, Door door) {
    return api.send(
            api.request(door.example())
                .header("Content-Type", type(door))
                .setHeader("Accept", "*/*")
                .method(door.verb(), body(door)))
        .status();
  }

  private static int call(ConsoleBrowser browser, Door door) {
    return browser
        .send(
            HttpRequest.newBuilder(browser.address("api/v1/" + door.example()))
                .header("Shopkeeper-Console", "1")
                .header("Content-Type", type(door))
                .method(door.verb(), body(door)))
        .status();
  }

  private static String type(Door door) {
    return door.body().equals("*/*") ? "application/json" : door.body();
  }

  private static BodyPublisher body(Door door) {
    return door.verb().equals("GET") || door.verb().equals("DELETE")
        ? BodyPublishers.noBody()
        : BodyPublishers.ofString(NOTHING);
  }
}
