package io.shopkeeper.integration.browser;

import com.fasterxml.jackson.databind.JsonNode;
import io.shopkeeper.integration.browser.page.ChatWidget;
import io.shopkeeper.integration.browser.page.DataPage;
import io.shopkeeper.integration.browser.page.Storefront;
import io.shopkeeper.integration.server.Busy;
import io.shopkeeper.integration.server.JudgedPayments;
import io.shopkeeper.integration.server.ShopServer;
import io.shopkeeper.integration.server.ShopTables;
import io.shopkeeper.integration.server.TriedRecipes;
import io.shopkeeper.integration.server.Visits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Every page there is, and how to come to see it with something on it. */
enum Screen {
  SHOP_HOME("/", Screen::asCustomer),
  SHOP_CATEGORY("/category?path=Kitchen"),
  SHOP_SEARCH("/search?q=tea"),
  SHOP_SEARCH_NOTHING("/search?q=qqqqqq"),
  SHOP_PRODUCT("", Screen::product),
  SHOP_CART_EMPTY("/cart"),
  SHOP_CART("/cart", Screen::filledCart),
  SHOP_CHECKOUT("/checkout", Screen::filledCart),
  SHOP_MISSING("/product?id=nothing"),
  SHOP_CHAT("/", Screen::chat),
  SIGN_IN("/console/sign-in"),
  OVERVIEW("/console/"),
  DATA("/console/data"),
  IMPORT_FILE("/console/data", Screen::importFile),
  IMPORT_REPORT("/console/data", Screen::importReport),
  MAPPINGS("/console/mappings"),
  QUARANTINE("/console/quarantine"),
  CLEANING("/console/cleaning"),
  MONITORS("/console/monitors"),
  PRODUCTS("/console/products"),
  ONE_PRODUCT("/console/products", Screen::firstRow),
  CUSTOMERS("/console/customers"),
  ONE_CUSTOMER("/console/customer?id=c-0001"),
  ORDERS("/console/orders"),
  ONE_ORDER("/console/orders", Screen::firstRow),
  EVENTS("/console/events"),
  EVENTS_NONE("/console/events?channel=nowhere"),
  BEHAVIOUR_FUNNEL("/console/behaviour"),
  BEHAVIOUR_PATHS("/console/behaviour?view=PATHS"),
  BEHAVIOUR_SESSIONS("/console/behaviour?view=SESSIONS"),
  BEHAVIOUR_COHORTS("/console/behaviour?view=COHORTS"),
  BEHAVIOUR_RFM("/console/behaviour?view=RFM"),
  BEHAVIOUR_BASKETS("/console/behaviour?view=BASKETS&support=0.1"),
  BEHAVIOUR_LIVE("/console/behaviour?view=LIVE", Screen::busy),
  BEHAVIOUR_NONE("/console/behaviour?view=FUNNEL&step1=RETURN&step2=MESSAGE&channel=nowhere"),
  NOTICES("/console/notices"),
  SEARCH("/console/", Screen::search),
  MODELS("/console/models"),
  TRAIN("/console/train?name=recommendation"),
  TRAIN_PRESET("/console/train?name=recommendation&algorithm=als"),
  TRAIN_DEMAND("/console/train?name=demand-forecast"),
  TRAIN_WRONG("/console/train?name=recommendation&algorithm=ease", Screen::wrongOption),
  TRAIN_SEARCH("/console/train?name=recommendation&algorithm=als", Screen::searchedOptions),
  MODEL_VERSION("/console/version?name=recommendation&version=1"),
  MODEL_COMPARISON("/console/compare?name=recommendation"),
  MODEL_CARD("/console/card?name=recommendation&version=1"),
  MODEL_TRUST("/console/model-trust"),
  DATA_SETS_NONE("/console/data-sets"),
  DATA_SETS("/console/data-sets", Screen::visits),
  DATA_SET("/console/data-set?name=visits", Screen::visits),
  SHOP_TABLE("/console/data-set?name=regulars", Screen::shopTable),
  FEATURES("/console/features"),
  CUSTOMER_FORECASTS("/console/customer?id=c-0001", Screen::shopTable),
  TRAIN_TABLE("/console/train?name=prediction-visits", Screen::visits),
  TABLE_VERSION("/console/version?name=prediction-visits&version=1", Screen::visits),
  EXPLAIN("/console/explain?name=prediction-visits&version=1", Screen::visits),
  EXPLAIN_GROUPS(
      "/console/explain?name=prediction-visits&version=1&group=age&threshold=0.5", Screen::visits),
  EXPLAIN_NONE("/console/explain?name=recommendation&version=1"),
  TRY_ROW("/console/try-row?name=prediction-visits", Screen::triedRow),
  PLACEMENTS("/console/placements"),
  PLACEMENT("/console/placement?name=home&customer=c-0001", Screen::tracedProduct),
  PLACEMENT_RULE("/console/placement?name=cart", Screen::newRule),
  EXPERIMENTS_NONE("/console/experiments"),
  EXPERIMENT_NEW("/console/experiment?placement=home", Screen::wrongDraft),
  EXPERIMENTS("/console/experiments", Screen::experiment),
  EXPERIMENT("/console/experiment?name=summer-page", Screen::experiment),
  RESULTS_NONE("/console/results?placement=email"),
  RESULTS("/console/results", Screen::bought),
  RESULTS_ONE("/console/results?placement=summer-page&window=168", Screen::bought),
  CASES_NONE("/console/cases?subject=nothing"),
  CASES("/console/cases", Screen::judged),
  CASE("/console/cases", Screen::firstCase),
  CASE_MACROS("/console/case-macros"),
  PAYMENTS_NONE("/console/payments?id=nothing"),
  PAYMENTS("/console/payments", Screen::judged),
  PAYMENT("/console/payments", Screen::blocked),
  SPAM_REVIEWS_NONE("/console/spam-reviews?customer=nothing"),
  SPAM_REVIEWS("/console/spam-reviews"),
  ATTEMPTS_NONE("/console/attempts?customer=nothing"),
  ATTEMPTS("/console/attempts", Screen::signedIn),
  ATTEMPT("/console/attempts", Screen::refusedSignIn),
  FRAUD_RULES("/console/fraud-rules", Screen::judged),
  FRAUD_RULE("/console/fraud-rule?id=card-testing-device", Screen::judged),
  FRAUD_RULE_NEW("/console/fraud-rule", Screen::wrongRule),
  BACKTEST("/console/fraud-rules", Screen::backtest),
  FRAUD_THRESHOLDS("/console/fraud-thresholds", Screen::thresholds),
  FRAUD_ALERTS("/console/fraud-alerts"),
  FRAUD_LISTS("/console/fraud-lists", Screen::listed),
  FRAUD_LIST("/console/fraud-list?name=known-bad", Screen::listed),
  JOBS("/console/jobs"),
  JOB("/console/jobs", Screen::firstJob),
  JOB_HISTORY("/console/job-history"),
  SCHEDULES("/console/schedules"),
  SCHEDULE("/console/schedule"),
  KEYS("/console/keys"),
  PEOPLE("/console/people"),
  PERSON("/console/person?name=admin"),
  SESSIONS("/console/sessions"),
  SIGN_IN_RULES("/console/sign-in-rules"),
  ROLES("/console/roles"),
  AUDIT("/console/audit"),
  SETTINGS("/console/settings"),
  HEALTH("/console/health"),
  ACCOUNT("/console/account"),
  SECOND_FACTOR("/console/second-factor"),
  FORBIDDEN("/console/forbidden"),
  MISSING("/console/nothing"),
  WELCOME("", Screen::invitation),
  EXPIRED("/console/expired");

  /** A customer of the demo shop with a history. */
  static final String CUSTOMER = "c-0001";

  private static final String STOCK_LIST =
      """
      sku,name,name_zh,category,price,currency,qty
      jug-1,Water jug,水壶,Kitchen > Jugs,"12,50",EUR,14
      jug-2,Milk jug,奶壶,Kitchen > Jugs,"9,80",EUR,3
      """;

  private final String path;

  @SuppressWarnings("ImmutableEnumChecker") // the methods of this class
  private final BiConsumer<Browser, ShopServer> preparation;

  Screen(String path) {
    this(path, (browser, shop) -> {});
  }

  Screen(String path, BiConsumer<Browser, ShopServer> preparation) {
    this.path = path;
    this.preparation = preparation;
  }

  /** Whether one must be signed in to see it. */
  boolean inside() {
    return path.startsWith("/console/") && this != SIGN_IN && this != EXPIRED;
  }

  /** Goes there. */
  void open(Browser browser, ShopServer shop) {
    if (!path.isEmpty()) {
      browser.open(path);
    }
    preparation.accept(browser, shop);
  }

  private static void asCustomer(Browser browser, ShopServer shop) {
    Storefront.open(browser).seeAs(CUSTOMER);
  }

  private static void product(Browser browser, ShopServer shop) {
    asCustomer(browser, shop);
    browser.follow("section[aria-labelledby=for-you] a.card");
  }

  private static void filledCart(Browser browser, ShopServer shop) {
    String wanted = browser.path();
    Storefront.open(browser)
        .buy(shop.api().get("products?n=1").json().path("items").path(0).path("id").asText());
    browser.open(wanted.equals("/checkout") ? wanted : "/cart");
  }

  private static void chat(Browser browser, ShopServer shop) {
    asCustomer(browser, shop);
    ChatWidget chat = ChatWidget.open(browser);
    chat.ask(
        browser.find("html").getAttribute("lang").startsWith("zh")
            ? "我的订单到哪了"
            : "where is my order");
  }

  private static void importFile(Browser browser, ShopServer shop) {
    try {
      Path file = Files.createTempFile("stock-list", ".csv");
      Files.writeString(file, STOCK_LIST);
      DataPage.open(browser).look(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static void invitation(Browser browser, ShopServer shop) {
    String person =
        "{\"username\":\"guest-%d\",\"roles\":[\"VIEWER\"]}".formatted(System.nanoTime());
    browser.open(shop.api().post("people", person).json().path("path").asText());
  }

  private static void importReport(Browser browser, ShopServer shop) {
    browser.follow("a[href^='import?id=']");
  }

  private static void firstRow(Browser browser, ShopServer shop) {
    browser.follow(".ledger-table td a");
  }

  private static void search(Browser browser, ShopServer shop) {
    browser.chord("k");
    browser.type(browser.find("#find-text"), "tea");
    browser.find("#find-hits [role=option]");
  }

  private static void wrongOption(Browser browser, ShopServer shop) {
    browser.type(browser.find("[id='o.recency']"), "7");
    browser.script("document.getElementById('t:go').click()");
  }

  private static void searchedOptions(Browser browser, ShopServer shop) {
    // By script: on a phone the bar at the bottom lies over it until somebody scrolls.
    browser.script("document.getElementById('tuning').click()");
  }

  private static void shopTable(Browser browser, ShopServer shop) {
    ShopTables.have(shop.api(), "regulars", "leaves");
    browser.open(browser.address());
  }

  private static void visits(Browser browser, ShopServer shop) {
    Visits.haveVersionMeasuredOnAll(shop.api(), "visits");
    browser.open(browser.address());
  }

  private static void triedRow(Browser browser, ShopServer shop) {
    visits(browser, shop);
    browser.script("document.getElementById('r:go').click()");
    browser.find(".try-answer");
  }

  private static void tracedProduct(Browser browser, ShopServer shop) {
    browser.script("document.querySelector('#shown .traces details').open = true");
  }

  private static void newRule(Browser browser, ShopServer shop) {
    browser.choose(browser.find("#add"), "BOOST");
    browser.script("document.querySelector(\"button[name=do][value=add]\").click()");
    browser.find("[data-opened] [name$=strength]");
  }

  private static void wrongDraft(Browser browser, ShopServer shop) {
    browser.type(browser.find("#newName"), "Best of all");
    browser.type(browser.find("#ramp"), "200");
    browser.script("document.querySelector(\".panel button[name=do][value=save]\").click()");
    browser.awaitText("#ramp-fault", "100");
  }

  private static void experiment(Browser browser, ShopServer shop) {
    TriedRecipes.running(shop.api(), "summer-page");
    browser.open(browser.address());
  }

  private static void bought(Browser browser, ShopServer shop) {
    TriedRecipes.running(shop.api(), "summer-page");
    TriedRecipes.buy(shop.api(), "summer-page", "summer-page");
    browser.open(browser.address());
  }

  private static void busy(Browser browser, ShopServer shop) {
    Busy.now(shop.api());
    browser.open(browser.address());
  }

  private static void signedIn(Browser browser, ShopServer shop) {
    for (int account = 0; account < 11; account++) {
      shop.api()
          .post(
              "logins:score",
              ("{\"id\":\"seen-in-%d\",\"customerId\":\"seen-in-c%d\",\"ip\":\"198.51.100.9\","
                      + "\"country\":\"US\",\"device\":\"seen-in-d\",\"succeeded\":false}")
                  .formatted(account, account))
          .good();
    }
    browser.open(browser.address());
  }

  private static void refusedSignIn(Browser browser, ShopServer shop) {
    signedIn(browser, shop);
    browser.open("/console/attempt?kind=LOGIN&id=seen-in-10");
  }

  private static void judged(Browser browser, ShopServer shop) {
    JudgedPayments.have(shop.api());
    browser.open(browser.address());
  }

  private static void blocked(Browser browser, ShopServer shop) {
    JudgedPayments.have(shop.api());
    browser.open("/console/payment?id=" + JudgedPayments.BLOCKED);
  }

  private static void firstCase(Browser browser, ShopServer shop) {
    browser.follow("main .ledger-table a[href^='case?id=']");
  }

  private static void wrongRule(Browser browser, ShopServer shop) {
    browser.type(browser.find("#condition"), "card.declined.1h >= 3 and contry = \"DE\"");
    browser.awaitText("#rule-says", "1");
  }

  private static void listed(Browser browser, ShopServer shop) {
    shop.api()
        .post(
            "fraud/lists",
            "{\"name\":\"known-bad\",\"kind\":\"email\",\"distance\":1,\"purpose\":\"Chargebacks of 2026\"}");
    shop.api()
        .post(
            "fraud/lists/known-bad/entries",
            "text/csv",
            BodyPublishers.ofString("eve@example.org,2099-01-31,twice\nmallory@example.org\n"));
    browser.open(browser.address());
  }

  private static void thresholds(Browser browser, ShopServer shop) {
    JsonNode begun =
        shop.api()
            .post(
                "fraud/backtests", "{\"thresholds\":{\"challenge\":30,\"review\":60,\"block\":95}}")
            .good()
            .json();
    shop.api().awaitJob(begun.path("jobId").asLong());
    browser.open("/console/fraud-thresholds?challenge=20&review=45&block=90");
  }

  private static void backtest(Browser browser, ShopServer shop) {
    JudgedPayments.have(shop.api());
    JsonNode begun =
        shop.api()
            .post("fraud/backtests", "{\"condition\":\"amount > 30\",\"outcome\":\"review\"}")
            .json();
    shop.api().awaitJob(begun.path("jobId").asLong());
    browser.open("/console/backtest?id=" + begun.path("id").asText());
  }

  private static void firstJob(Browser browser, ShopServer shop) {
    browser.follow("main a[href^='job?id=']");
  }
}
