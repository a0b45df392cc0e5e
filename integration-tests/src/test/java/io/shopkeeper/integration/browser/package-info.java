/**
 * The real application in a real browser: what people do, that everybody can do it, and how it
 * looks. Runs where {@code chromium} and {@code chromedriver} are on the path and is skipped,
 * saying so, where they are not. Pages are spoken to through the objects of package {@code page}.
 *
 * <pre>{@code
 * class SomethingIT extends BrowserSuite {
 *   @Test
 *   void greets() {
 *     assertThat(signIn().heading()).isEqualTo("Overview");
 *   }
 * }
 * }</pre>
 */
package io.shopkeeper.integration.browser;
