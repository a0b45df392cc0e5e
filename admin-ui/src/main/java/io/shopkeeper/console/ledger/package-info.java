/**
 * Long lists, made once: filters, sorting, pages, columns to choose, saved views, acts on many rows
 * with a way back, and the whole list as CSV. A list is a bean that says what its columns are and
 * where its rows come from:
 *
 * <pre>{@code
 * @RequestScoped
 * public class ThingList implements LedgerSource<Thing> {
 *   public String name() { return "things"; }
 *   public List<LedgerColumn<Thing>> columns() {
 *     return List.of(
 *         LedgerColumn.of("name", thing -> LedgerCell.link(thing.name(), "thing?id=" + thing.id())).sortedBy("name"),
 *         LedgerColumn.right("size", thing -> cells.number(thing.size())));
 *   }
 *   …
 * }
 * }</pre>
 *
 * <p>and a page that includes {@code /WEB-INF/ledger/ledger.xhtml} with {@code
 * ledgers.of('things')}. Words: {@code list.things.name}. See {@code docs/console-components.md}.
 */
package io.shopkeeper.console.ledger;
