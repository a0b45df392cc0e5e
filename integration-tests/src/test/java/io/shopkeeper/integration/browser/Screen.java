package io.shopkeeper.integration.browser;

import io.shopkeeper.integration.browser.page.ChatWidget;
import io.shopkeeper.integration.browser.page.Storefront;
import io.shopkeeper.integration.server.ShopServer;
import java.util.function.BiConsumer;

/** Every page there is, and how to come to see it with something on it. */
enum Screen {
  SHOP_HOME("/", Screen::asCustomer),
  SHOP_CATEGORY("/category?path=Kitchen"),
  SHOP_SEARCH("/search?q=tea"),
  SHOP_SEARCH_NOTHING("/search?q=qqqqqq"),
  SHOP_PRODUCT("", Screen::product),
  SHOP_CART("/cart", Screen::filledCart),
  SHOP_CART_EMPTY("/cart"),
  SHOP_CHECKOUT("/checkout", Screen::filledCart),
  SHOP_MISSING("/product?id=nothing"),
  SHOP_CHAT("/", Screen::chat),
  SIGN_IN("/console/sign-in"),
  OVERVIEW("/console/"),
  DATA("/console/data"),
  IMPORT_REPORT("/console/data", Screen::importReport),
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
  NOTICES("/console/notices"),
  SEARCH("/console/", Screen::search),
  MODELS("/console/models"),
  MODEL_VERSION("/console/version?name=recommendation&version=1"),
  MODEL_COMPARISON("/console/compare?name=recommendation"),
  MODEL_CARD("/console/card?name=recommendation&version=1"),
  MODEL_TRUST("/console/model-trust"),
  JOBS("/console/jobs"),
  JOB("/console/jobs", Screen::firstJob),
  JOB_HISTORY("/console/job-history"),
  SCHEDULES("/console/schedules"),
  SCHEDULE("/console/schedule"),
  KEYS("/console/keys"),
  PEOPLE("/console/people"),
  AUDIT("/console/audit"),
  ACCOUNT("/console/account"),
  MISSING("/console/nothing");

  /** A customer of the demo shop with a history. */
  static final String CUSTOMER = "c-0001";

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
    return path.startsWith("/console/") && this != SIGN_IN;
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
    browser.follow(browser.find("section[aria-labelledby=for-you] a.card"));
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

  private static void importReport(Browser browser, ShopServer shop) {
    browser.follow(browser.find("a[href^='import?id=']"));
  }

  private static void firstRow(Browser browser, ShopServer shop) {
    browser.follow(browser.find(".ledger-table td a"));
  }

  private static void search(Browser browser, ShopServer shop) {
    browser.chord("k");
    browser.type(browser.find("#find-text"), "tea");
    browser.find("#find-hits [role=option]");
  }

  private static void firstJob(Browser browser, ShopServer shop) {
    browser.follow(browser.find("main a[href^='job?id=']"));
  }
}
