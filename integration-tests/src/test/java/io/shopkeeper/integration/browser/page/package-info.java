/** What a person sees and does on each page; the only place that knows how pages are built. */
package io.shopkeeper.integration.browser.page;
