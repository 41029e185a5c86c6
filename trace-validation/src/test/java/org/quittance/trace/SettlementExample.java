package org.quittance.trace;

import java.util.List;

/** Three blocks: a deposit, a listing, a price, a trade, a withdrawal, an expiry. */
public final class SettlementExample {

    private static final String HEADER =
            """
            {'format':'quittance-trace','version':1,'spec':'Settlement','chainId':'t',
             'validators':[0,1,2,3],
             'parameters':{'InitialRate':2000,'MaintenanceRate':1000,'InitialFloor':100,
              'MaintenanceFloor':50,'MaxPrice':1000000000000,'MaxMove':1000,'MaxAge':10,
              'TakeoverBlocks':2,'SettlementRounds':1,'SlashRate':1000,'OutlierMove':2000,
              'OutlierRounds':3,'MaxPause':5,'EpochLength':3,'UnbondingBlocks':3,'MinStake':1,
              'WithdrawalDelay':1,'WithdrawalCap':1000000000000,'CustodianQuorum':1,'Custodians':2,
              'GovernorQuorum':1,'Governors':2,'MaxPosition':1000000000000,
              'MaxQuantity':1000000000,'MaxSeries':10,'MaxGroups':5,'MaxOrders':10},
             'owners':[0,1,2,3],
             'stakes':[1000000000000,1000000000000,1000000000000,1000000000000],
             'cash':{'0':0,'1':0,'2':0,'3':0,'4':10000000000000,'5':10000000000000},
             'commit':'unknown','scenario':'example','seed':1}
            """;

    private static final String GENESIS =
            """
            {'height':1,'phase':'commands','swept':-1,'taker':null,
             'cash':{'0':0,'1':0,'2':0,'3':0,'4':10000000000000,'5':10000000000000},
             'position':{},'nonce':{},'flagged':{},'governanceNonce':0,'orders':{},'nextOrder':1,
             'groups':{},'series':{},'round':1,'roundStart':1,'reports':{},'price':0,
             'priceHeight':0,'candidate':0,'outliers':{},
             'stake':{'0':1000000000000,'1':1000000000000,'2':1000000000000,'3':1000000000000},
             'unbonding':{},'jailed':[],'joined':[0,1,2,3],
             'weight':{'0':1000000000000,'1':1000000000000,'2':1000000000000,'3':1000000000000},
             'usedEvidence':[],'insuranceFund':0,'withdrawals':{},'nextWithdrawal':1,
             'withdrawn':0,'usedDeposits':[],'externalIn':24000000000000,'externalOut':0,
             'pausedUntil':0,'quitted':0}
            """;

    private SettlementExample() {}

    /** Its lines. */
    public static List<String> lines() {
        SettlementLines example = events();
        return example.lines(example.events());
    }

    /** It, to be edited. */
    static SettlementLines events() {
        String order = "{'id':1,'account':4,'series':1,'side':'sell','price':30000,"
                + "'quantity':%d,'kind':'GTC'}";
        String taker = "{'id':2,'account':5,'series':1,'side':'buy','price':31000,"
                + "'quantity':400000,'kind':'IOC'}";
        String place = "{'account':4,'nonce':%d,'series':1,'side':'sell','price':30000,"
                + "'quantity':1000000,'kind':'GTC'}";
        String withdrawal = "{'account':5,'amount':5000000000,'status':'PENDING','requested':2,"
                + "'approvals':%s,'approved':%d}";
        String group = "{'expiry':3,'status':'%s','observed':%s}";
        return new SettlementLines(HEADER, GENESIS)
                .did(
                        "Deposit", "{'ext':7,'account':6,'amount':5000000000,'signers':[0]}",
                        "cash/6", "5000000000", "externalIn", "24005000000000",
                        "usedDeposits", "[7]")
                .did(
                        "ListGroup", "{'group':1,'expiry':3,'signers':[0]}",
                        "groups/1", group.formatted("LIVE", "[]"))
                .did(
                        "ListSeries",
                        "{'series':1,'strike':500000,'right':'CALL','group':1,'signers':[0,1]}",
                        "series/1", "{'strike':500000,'right':'CALL','group':1}")
                .did("Report", report(0, 1, 500_000), "reports/0", "500000")
                .did("Report", report(1, 1, 500_100), "reports/1", "500100")
                .did("Report", report(2, 1, 499_900), "reports/2", "499900")
                .did("Report", report(3, 1, 500_000), "reports/3", "500000")
                .did("Reject", reject("Place", place.formatted(0), "STALE_PRICE"), "nonce/4", "1")
                .did(
                        "Reject",
                        reject(
                                "Deposit",
                                "{'ext':7,'account':6,'amount':1,'signers':[0]}",
                                "ALREADY_USED"))
                .did(
                        "Reject",
                        reject("Cancel", "{'account':4,'nonce':0,'order':1}", "WRONG_NONCE"))
                .did(
                        "Reject",
                        reject("Cancel", "{'account':4,'nonce':1,'order':1}", "WRONG_SIGNER"))
                .did("EndCommands", "{}", "phase", "'oracle'")
                .did(
                        "CloseRound", "{}", "phase", "'expiry'", "round", "2", "roundStart", "2",
                        "reports", "{}", "price", "500000", "priceHeight", "1")
                .did("EndExpiry", "{}", "phase", "'liquidation'")
                .did("EndLiquidation", "{}", "phase", "'staking'")
                .did("EndBlock", "{}", "phase", "'commands'", "height", "2")
                .did(
                        "Place", place.formatted(1), "nonce/4", "2",
                        "taker", order.formatted(1_000_000), "nextOrder", "2")
                .did("Rest", "{}", "orders/1", order.formatted(1_000_000), "taker", "null")
                .did(
                        "Place",
                        "{'account':5,'nonce':0,'series':1,'side':'buy','price':31000,"
                                + "'quantity':400000,'kind':'IOC'}",
                        "nonce/5", "1", "taker", taker, "nextOrder", "3")
                .did(
                        "Fill", "{'maker':1}", "orders/1", order.formatted(600_000),
                        "taker", "null", "cash/4", "10012000000000", "cash/5", "9988000000000",
                        "position/4", "{'1':-400000}", "position/5", "{'1':400000}")
                .did(
                        "RequestWithdrawal", "{'account':5,'nonce':1,'amount':5000000000}",
                        "nonce/5", "2", "cash/5", "9983000000000",
                        "withdrawals/1", withdrawal.formatted("[]", 0),
                        "nextWithdrawal", "2", "withdrawn", "5000000000")
                .did("Report", report(0, 2, 500_000), "reports/0", "500000")
                .did("Report", report(1, 2, 500_000), "reports/1", "500000")
                .did("Report", report(2, 2, 500_000), "reports/2", "500000")
                .did("EndCommands", "{}", "phase", "'oracle'")
                .did(
                        "CloseRound", "{}", "phase", "'expiry'", "round", "3", "roundStart", "3",
                        "reports", "{}", "priceHeight", "2")
                .did("EndExpiry", "{}", "phase", "'liquidation'")
                .did("EndLiquidation", "{}", "phase", "'staking'")
                .did("EndBlock", "{}", "phase", "'commands'", "height", "3")
                .did("Quit", "{'at':2}", "quitted", "2")
                .did(
                        "ApproveWithdrawal", "{'custodian':1,'withdrawal':1}",
                        "withdrawals/1", withdrawal.formatted("[1]", 3))
                .did(
                        "Reject",
                        reject("ExecuteWithdrawal", "{'withdrawal':1}", "NOT_QUITTED"))
                .did("Report", report(0, 3, 510_000), "reports/0", "510000")
                .did("Report", report(1, 3, 510_000), "reports/1", "510000")
                .did("Report", report(2, 3, 510_000), "reports/2", "510000")
                .did("EndCommands", "{}", "phase", "'oracle'")
                .did(
                        "CloseRound", "{}", "phase", "'expiry'", "round", "4", "roundStart", "4",
                        "reports", "{}", "price", "510000", "priceHeight", "3",
                        "groups/1", group.formatted("LIVE", "[510000]"))
                .did(
                        "ExpireGroup", "{'group':1}",
                        "groups/1", group.formatted("EXPIRED", "[510000]"), "orders/1", "")
                .did(
                        "SettleGroup", "{'group':1}",
                        "groups/1", group.formatted("SETTLED", "[510000]"),
                        "position/4", "", "position/5", "",
                        "cash/4", "10008000000000", "cash/5", "9987000000000")
                .did("EndExpiry", "{}", "phase", "'liquidation'")
                .did("EndLiquidation", "{}", "phase", "'staking'")
                .did(
                        "EndBlock", "{}", "phase", "'commands'", "height", "4",
                        "withdrawn", "0")
                .did("EndCommands", "{}", "phase", "'oracle'")
                .did("KeepRound", "{}", "phase", "'expiry'");
    }

    private static String report(int validator, int round, int price) {
        return "{'validator':" + validator + ",'round':" + round + ",'price':" + price + "}";
    }

    private static String reject(String action, String args, String reason) {
        return "{'command':{'action':'" + action + "'," + args.substring(1) + ",'reason':'" + reason
                + "'}";
    }
}
