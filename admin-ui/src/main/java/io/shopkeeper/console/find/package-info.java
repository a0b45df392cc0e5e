/**
 * Looks for a word in everything there is: pages, products, customers, orders, models, jobs. A part
 * of the console that has something to be found makes a bean of {@link
 * io.shopkeeper.console.find.Finder}:
 *
 * <pre>{@code
 * @RequestScoped
 * public class ThingFinder implements Finder {
 *   public String group() { return "things"; }   // words: find.things
 *   public List<Hit> find(String text, int limit) { … }
 * }
 * }</pre>
 */
package io.shopkeeper.console.find;
