/** Connections between validators. */
package org.quittance.node.net;
