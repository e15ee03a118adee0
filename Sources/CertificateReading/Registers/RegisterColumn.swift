/// A column of a register, by the names that people give it.
enum RegisterColumn: CaseIterable {
    case sample, type, reference, parent, hole, from, to, dispatch, project, weight, revision

    /// The keys (see ``HeaderKey``) by which it is known, the clearest first: where a header has several of them,
    /// `qc_type` is the type, and `sample_type` beside it says rock or soil.
    var keys: [String] {
        switch self {
        case .sample:
            [
                "sample", "sampleid", "samplenumber", "sampleno", "samplenum", "samplename", "samplecode", "samplenr",
                "samplelabel", "sampletag", "echantillon", "nechantillon", "noechantillon", "numeroechantillon",
                "numerodechantillon", "idechantillon", "muestra", "nromuestra", "nmuestra", "nomuestra",
                "numeromuestra", "numerodemuestra", "idmuestra", "codigomuestra", "muestraid", "amostra",
                "noamostra", "namostra", "numeroamostra", "numerodaamostra", "idamostra", "codigoamostra",
                "amostraid",
            ]
        case .type:
            [
                "qctype", "qaqctype", "qcsampletype", "qaqc", "qccode", "qcclass", "typeqc", "typeqaqc", "tipoqc",
                "tipoqaqc", "tipocontrol", "tipodecontrol", "tipocontrole", "typedecontrole", "type", "tipo",
                "sampletype", "sampletypecode", "typeechantillon", "typedechantillon", "tipomuestra",
                "tipodemuestra", "tipoamostra", "tipodeamostra",
            ]
        case .reference:
            [
                "reference", "referencematerial", "referenceid", "ref", "standard", "standardid", "standardname",
                "std", "stdid", "stdname", "crm", "crmid", "crmname", "referencemateriel", "materiaudereference",
                "etalon", "estandar", "estandarid", "idestandar", "patron", "padrao", "idpadrao", "referencia",
                "materialdereferencia", "mrc",
            ]
        case .parent:
            [
                "parent", "parentsample", "parentid", "parentsampleid", "duplicateof", "dupof", "original",
                "originalsample", "originalid", "originalsampleid", "origsample", "origsampleid", "origid",
                "primarysample", "primarysampleid", "checkof", "echantillonparent", "echantillonoriginal",
                "echantilloninitial", "duplicatade", "duplicadode", "muestraoriginal", "muestramadre",
                "amostraoriginal", "amostramae",
            ]
        case .hole:
            [
                "hole", "holeid", "drillhole", "drillholeid", "dhid", "bhid", "sondage", "forage", "trou", "sondaje",
                "sondeo", "pozo", "furo", "sondagem",
            ]
        case .from: ["from", "fromm", "depthfrom", "mfrom", "de", "desde", "debut", "deprofondeur"]
        case .to: ["to", "tom", "depthto", "mto", "a", "hasta", "ate", "fin", "aprofondeur"]
        case .dispatch:
            [
                "dispatch", "dispatchid", "dispatchno", "dispatchnumber", "despatch", "despatchno", "shipment",
                "shipmentid", "submission", "submittal", "envoi", "bordereau", "envio", "despacho", "remessa",
            ]
        case .project: ["project", "projectid", "projectcode", "projet", "proyecto", "projeto"]
        case .weight: ["weight", "weightkg", "sampleweight", "poids", "poidskg", "peso", "pesokg"]
        case .revision: ["revision", "rev", "version"]
        }
    }

    /// Every key with its column and how clear it is (0 is the clearest).
    static let byKey: [String: (column: RegisterColumn, rank: Int)] = {
        var columns: [String: (column: RegisterColumn, rank: Int)] = [:]
        for column in allCases {
            for (rank, key) in column.keys.enumerated() { columns[key] = (column, rank) }
        }
        return columns
    }()
}
