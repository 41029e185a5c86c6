/** What clients ask over HTTP, and what they can check of the answers. */
package org.quittance.node.client;
