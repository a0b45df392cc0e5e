/**
 * Charts, made once: lines, bars, histograms, heat maps, matrices and funnels; in both themes, and
 * each with its numbers as a table. A bean makes one, the page includes it:
 *
 * <pre>{@code
 * public Chart getCurve() {
 *   return Chart.lines(words.words().getString("chart.step"), steps).add("loss", losses);
 * }
 *
 * <ui:include src="/WEB-INF/chart/chart.xhtml">
 *   <ui:param name="chart" value="#{page.curve}"/><ui:param name="title" value="#{t['page.curve']}"/>
 * </ui:include>
 * }</pre>
 *
 * <p>A {@link io.shopkeeper.console.chart.Grid} goes into {@code grid.xhtml}, a {@link
 * io.shopkeeper.console.chart.Funnel} into {@code funnel.xhtml}. See {@code
 * docs/console-components.md}.
 */
package io.shopkeeper.console.chart;
