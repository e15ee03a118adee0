import CertificateReading
import Geochemistry
import TestSupport
import Testing

/// Certificates in shapes that no shipped layout reads, as laboratories that nobody has seen print them.
@Suite("Suggested layouts for laboratories that nobody knows")
struct UnknownLaboratoryTests {
    @Test("Labels in Spanish, rows in another order, a place before the date, a sentinel")
    func peru() throws {
        let trip = try RoundTrip(
            """
            LABORATORIOS ANDINOS DEL PERU S.A.C.
            Av. Elmer Faucett 3348 - Callao
            INFORME DE ENSAYO
            Orden:,GQ-2024-0815
            Cliente:,Compañía Minera Ejemplo
            Numero de Muestras:,3
            Lugar y Fecha de Recepcion:,"Callao, 13/03/2024"
            Fecha de Reporte:,20/03/2024
            Referencia del Cliente:,Despacho 17
            Elemento,,Au,Ag,Cu,Zn
            Unidad,,G/TM,PPM,PPM,PCT
            Metodo,,FAA313,ICP12B,ICP12B,AAS41B
            Limite Detec.,,0.005,0.2,0.5,0.01
            Limite Superior,,10,100,10000,30
            Muestra,Tipo
            M-0001,Testigo,0.455,<0.2,120,0.02
            M-0002,Testigo,>10,3.1,>10000,2.35
            M-0003,Testigo,<0.005,0.8,88.5,0.11
            *DUP M-0003,,<0.005,0.8,90.1,
            *STD OREAS 602,,1.95,118,,
            *BLK,,<0.005,<0.2,<0.5,
            END/FIN
            """
        )
        let certificate = try trip.certificate
        #expect(trip.suggestion.laboratory.name == "LABORATORIOS ANDINOS DEL PERU S.A.C.")
        #expect(certificate.batch == "GQ-2024-0815")
        #expect(certificate.client == "Compañía Minera Ejemplo")
        #expect(certificate.dispatch == "Despacho 17")
        #expect(certificate.received == CalendarDate(year: 2024, month: 3, day: 13))
        #expect(certificate.reported == CalendarDate(year: 2024, month: 3, day: 20))
        #expect(certificate.declaredSamples == 3)
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Ag", "Cu", "Zn"])
        #expect(certificate.columns.map(\.unit) == [.gramsPerTonne, .ppm, .ppm, .percent])
        #expect(certificate.columns.map(\.method) == ["FAA313", "ICP12B", "ICP12B", "AAS41B"])
        #expect(certificate.columns.map(\.digestion) == [.fireAssay, .aquaRegia, .aquaRegia, .fourAcid])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "0.2", "0.5", "0.01"])
        #expect(certificate.columns.map(\.upperLimit?.description) == ["10", "100", "10000", "30"])
        #expect(certificate.rowCounts == ["client": 3, "duplicate": 1, "crm": 1, "blank": 1])
        #expect(certificate.remarks == [])
    }

    @Test("French labels in one cell with their values, semicolons, decimal commas, types of QC rows")
    func quebec() throws {
        let trip = try RoundTrip(
            """
            Laboratoire Boréal inc.;;;
            N° de certificat : LB-24-00871;;;
            Client : Ressources Exemple;;;
            Projet : Lac Gris;;;
            Nombre d'échantillons : 2;;;
            Reçu le : 14 février 2024  Émis le : 1er mars 2024;;;
            Statut : Définitif;;;
            ;;;
            Méthode;;PAF-AA;4A-OES
            Élément;;Au;Ni
            Unités;;g/t;%
            Limite de détection;;0,005;0,01
            No échantillon;Type;;
            E5501;Carotte;0,455;1,25
            E5502;Carotte;<0,005;0,03
            OREAS 602;STD;1,95;
            BLC;BLK;<0,005;<0,01
            E5501;DUP;0,460;1,24
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "LB-24-00871")
        #expect(certificate.client == "Ressources Exemple")
        #expect(certificate.project == "Lac Gris")
        #expect(certificate.status == .final)
        #expect(certificate.declaredSamples == 2)
        #expect(certificate.received == CalendarDate(year: 2024, month: 2, day: 14))
        #expect(certificate.reported == CalendarDate(year: 2024, month: 3, day: 1))
        #expect(certificate.vocabulary.decimalSign == UInt8(ascii: ","))
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.005", "0.01"])
        #expect(certificate.rowCounts == ["client": 2, "crm": 1, "blank": 1, "duplicate": 1])
        #expect(certificate.remarks == [])
        #expect(trip.suggestion.laboratory.name == "Laboratoire Boréal inc.")
        #expect(trip.layout?.delimiter == UInt8(ascii: ";"))
    }

    @Test("Portuguese labels beside their values, sections, months in words")
    func brazil() throws {
        let trip = try RoundTrip(
            """
            Geoquímica Exemplo Laboratórios\t\t
            Número do Relatório\tRE-2023/114\t
            Cliente\tMineração Teste Ltda\t
            Projeto\tSerra Azul\t
            Quantidade de amostras\t2\t
            Data de recebimento\t05-fev-2023\t
            Data de emissão\t21-mar-2023\t
            \t\t
            Amostra\tAu\tFe2O3
            \tppb\t%
            Método\tFA-50\tXRF-F
            LD\t2\t0,01
            AM-01\t17\t12,35
            AM-02\t<2\t0,88
            Duplicatas\t\t
            AM-01\t19\t12,30
            Padrões\t\t
            ITAK 500\t1480\t4,02
            Brancos\t\t
            Branco\t<2\t<0,01
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "RE-2023/114")
        #expect(certificate.received == CalendarDate(year: 2023, month: 2, day: 5))
        #expect(certificate.reported == CalendarDate(year: 2023, month: 3, day: 21))
        #expect(certificate.declaredSamples == 2)
        #expect(certificate.columns.map(\.unit) == [.ppb, .percent])
        #expect(certificate.columns.map(\.method) == ["FA-50", "XRF-F"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["2", "0.01"])
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "AM-01"), .laboratoryCRM(material: "ITAK 500"),
                .laboratoryBlank,
            ]
        )
        #expect(certificate.remarks == [])
    }

    @Test("Intertek's rows: METHOD, DETECTION LIMIT, UNITS, with tokens of its own and leading columns")
    func intertekStyle() throws {
        let trip = try RoundTrip(
            """
            GENERIC MINERALS LABS PTY LTD,,,,
            JOB NUMBER,1234.0/2401234,,,
            CLIENT,Example Resources NL,,,
            ORDER NUMBER,PO-778,,,
            DATE RECEIVED,2024-01-09,,,
            DATE REPORTED,2024-01-31,,,
            NO. OF SAMPLES,3,,,
            ELEMENTS,,Au,Cu,S
            UNITS,,ppb,ppm,%
            METHOD,,FA25/MS,4A/OE,CSA
            DETECTION LIMIT,,1,1,0.01
            SAMPLE NUMBERS,LAB ID,,,
            ER001,0001,12,550,0.12
            ER002,0002,IS,X,TF
            ER003,0003,<1,33,DMGED
            ER003 Rpt,0003,1,34,
            OREAS 245 Std,,25.1,,
            Control Blank,,<1,<1,<0.01
            """,
            without: ["intertek", "exchange"]
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "1234.0/2401234")
        #expect(certificate.dispatch == "PO-778")
        #expect(certificate.reported == CalendarDate(year: 2024, month: 1, day: 31))
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Cu", "S"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["1", "1", "0.01"])
        #expect(certificate.samples.map(\.name).first == "ER001")
        #expect(certificate.samples[3].origin == .laboratoryDuplicate(of: "ER003"))
        #expect(certificate.samples[4].origin == .laboratoryCRM(material: "OREAS 245"))
        #expect(certificate.samples[5].origin == .laboratoryBlank)
        // X is no token of the trade: a person says what it means.
        #expect(trip.suggestion.laboratory.tokens["X"] != nil)
        #expect(trip.checks.contains { $0.hasPrefix("stands in 1 cells of results in place of a number") })
    }

    @Test("The heading of the samples stands in the row of the limits, and is no sample")
    func limitsBesideTheHeading() throws {
        let trip = try RoundTrip(
            """
            Polar Laboratories,,,,
            Certificate of Analysis,,,,
            POLAR WORK ORDER:,20B567890,,,
            CLIENT NAME:,EXAMPLE MINES INC,,,
            DATE SAMPLED:,2020-01-10,DATE RECEIVED:,2020-01-14,
            ,Analyte:,Ag,Cu,Zn
            ,Unit:,ppm,ppm,ppm
            Sample ID (POLAR ID),RDL:,0.5,0.5,0.5
            E5500101 (1234567),,<0.5,120,85.5
            E5500102 (1234568),,1.2,1745,>10000
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "20B567890")
        #expect(certificate.client == "EXAMPLE MINES INC")
        #expect(certificate.received == CalendarDate(year: 2020, month: 1, day: 14))
        #expect(certificate.columns.map(\.analyteText) == ["Ag", "Cu", "Zn"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.5", "0.5", "0.5"])
        #expect(certificate.samples.map(\.name) == ["E5500101 (1234567)", "E5500102 (1234568)"])
    }

    @Test("The row of analytes has no label of its own: the heading of the samples stands below the units")
    func analytesWithoutLabel() throws {
        let trip = try RoundTrip(
            """
            Certificate of Analysis
            Prospect Assay Laboratories
            Job No: PAL-0042
            Date Received: 02/28/2024
            Date Completed: 03/07/2024
            ,,Au,Cu,Mo
            ,,FA-AAS,AR-ICP,AR-ICP
            ,,g/t,ppm,ppm
            Sample ID,Weight (kg)
            DH-1 10-12,2.1,0.51,1204,15
            DH-1 12-14,2.3,<0.03,97,<2
            BLANK,,<0.03,<1,<2
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "PAL-0042")
        #expect(certificate.received == CalendarDate(year: 2024, month: 2, day: 28))
        #expect(trip.layout?.dates == .monthFirst)
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Cu", "Mo"])
        #expect(certificate.columns.map(\.method) == ["FA-AAS", "AR-ICP", "AR-ICP"])
        #expect(certificate.rowCounts == ["client": 2, "blank": 1])
    }

    @Test("Work order and status in one cell, a drill hole's columns before the results, notes below a blank row")
    func notesBelow() throws {
        let trip = try RoundTrip(
            """
            NA24-1107 - Preliminary
            Northern Assay Ltd., 12 Mine Road
            Client: Example Gold  Project: Crater
            # of samples: 3
            Received: 2024-05-02
            Finalised: 2024-05-19

            Hole,From (m),To (m),Sample No.,Mass,Au,Au,Ag
            ,,,,kg,ppm,ppm,ppm
            ,,,,WT,FA30,GRAV,AR2
            DDH-7,0,1.5,NA001,3.10,0.45,,1.2
            DDH-7,1.5,3,NA002,2.95,>10,14.2,22.5
            DDH-7,3,4.5,NA003,3.02,<0.01,,<0.1

            Results relate only to the samples tested.
            This report shall not be reproduced except in full.
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "NA24-1107")
        #expect(certificate.status == .preliminary)
        #expect(certificate.client == "Example Gold")
        #expect(certificate.project == "Crater")
        #expect(certificate.samples.map(\.name) == ["NA001", "NA002", "NA003"])
        #expect(certificate.columns.map(\.analyteText) == ["Mass", "Au", "Au", "Ag"])
        #expect(certificate.columns.map(\.method) == ["WT", "FA30", "GRAV", "AR2"])
        #expect(certificate.columns.map(\.isDetermination) == [false, true, true, true])
        #expect(certificate.remarks == [])
        #expect(trip.layout?.blankRow == .ends)
        #expect(trip.suggestion.laboratory.name == "Northern Assay Ltd.")
    }

    @Test("A mine's laboratory: padded cells, symbols in small letters, record types in the first column")
    func mine() throws {
        let trip = try RoundTrip(
            """
            1,LABORATORIO QUIMICO MINA EJEMPLO
            2,NRO ORDEN:,LQ-5567
            3,FECHA RECEPCION:,28-Mar-2022
            4,FECHA REPORTE:,30-Mar-2022
            5,NUMERO DE MUESTRAS:,2
            6,METODO,        EF-AA,        AA-4A
            7,MUESTRA,           ag,           pb
            8,UNIDAD,        Oz/TC,            %
            12,CH-101,         2.35,         1.02
            12,CH-102,         0.71,         0.55
            12,STD GBM908-10,         1.10,         2.20
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "LQ-5567")
        #expect(certificate.columns.map(\.analyte) == [Analyte("Ag"), Analyte("Pb")])
        #expect(certificate.columns.map(\.unit) == [.ouncesPerShortTon, .percent])
        #expect(certificate.columns.map(\.method) == ["EF-AA", "AA-4A"])
        #expect(certificate.rowCounts == ["client": 2, "crm": 1])
        #expect(certificate.samples.first?.name == "CH-101")
    }

    @Test("Measured and certified, original and duplicate behind the names, labels of two words for every row")
    func pairs() throws {
        let trip = try RoundTrip(
            """
            Quality Analysis Laboratories
            Report No. : QAL-24-77-Rev1
            Report Date : 17/06/2024
            Customer : Example Exploration

            Element Symbol|Ni|Co|Pt
            Units of Measure|%|ppm|ppb
            Lower Detection Limit|0.01|1|5
            Upper Detection Limit|10|10000|10000
            Analytical Method|TD-OES|TD-OES|FA-MS
            X-1|1.02|455|<5
            X-2|0.88|391|12
            OREAS 24b Meas|0.006|16|
            OREAS 24b Cert|0.0057|16.3|
            X-2 Orig|0.88|391|
            X-2 Dup|0.89|395|
            Method Blank|<0.01|<1|<5
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "QAL-24-77")
        #expect(certificate.reported == CalendarDate(year: 2024, month: 6, day: 17))
        #expect(certificate.columns.map(\.upperLimit?.description) == ["10", "10000", "10000"])
        #expect(
            certificate.rowCounts == ["client": 2, "crm": 1, "certified": 1, "original": 1, "duplicate": 1, "blank": 1]
        )
        #expect(certificate.remarks == [])
    }

    @Test("A report without any letterhead or numbers: a placeholder for the name, and every gap is said")
    func bare() throws {
        let trip = try RoundTrip(
            """
            Batch:,B-17
            Sample,Cu,Pb,Zn
            ,ppm,ppm,ppm
            S1,12,15,88
            S2,13.5,22,101
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "B-17")
        #expect(certificate.laboratory == "Unnamed laboratory")
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .ppm])
        for said in [
            "no name of a laboratory was found", "no row of method codes was found", "no number of samples was found",
            "no rows of the laboratory were recognised",
        ] {
            #expect(trip.checks.contains { $0.hasPrefix(said) }, "\(said)")
        }
    }

    @Test("A plain table whose sample column has a name that no layout knows")
    func plainWide() throws {
        let trip = try RoundTrip(
            """
            Código de muestra,Orden,Au ppm FA50,Cu (ppm),Zn_pct
            M1,L-1,0.52,120,0.02
            M2,L-1,<0.01,88,1.25
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "L-1")
        #expect(certificate.samples.map(\.name) == ["M1", "M2"])
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Cu", "Zn"])
        #expect(certificate.columns.map(\.unit) == [.ppm, .ppm, .percent])
        #expect(certificate.columns.first?.method == "FA50")
    }

    @Test("A plain table with a result a row under headings of its own")
    func plainLong() throws {
        let trip = try RoundTrip(
            """
            SampleIdent;LabReport;Parametro;Metodo de analisis;Unidad de medida;Valor;Limite de deteccion
            P-1;R-9;Au;FA-AA;ppm;0,45;0,01
            P-1;R-9;Cu;ICP;ppm;120,5;1
            P-2;R-9;Au;FA-AA;ppm;<0,01;0,01
            P-2;R-9;Cu;ICP;ppm;88,1;1
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "R-9")
        #expect(certificate.samples.map(\.name) == ["P-1", "P-2"])
        #expect(certificate.columns.map(\.analyteText) == ["Au", "Cu"])
        #expect(certificate.columns.map(\.method) == ["FA-AA", "ICP"])
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.01", "1"])
        #expect(certificate.vocabulary.decimalSign == UInt8(ascii: ","))
    }

    @Test("Negative numbers for what is below, and limits that no label names")
    func negative() throws {
        let trip = try RoundTrip(
            """
            State Geological Laboratory
            Work Order Number: SG-1
            Number of samples: 3
            Sample Description,Au,As,Hg
            ,ppm,ppm,ppb
            ,0.05,1,10
            Method,FA,INAA,CV
            R1,0.12,33,-10
            R2,-0.05,-1,22
            R3,0.08,5,35
            """
        )
        let certificate = try trip.certificate
        #expect(trip.layout?.negativeMeansBelow == true)
        #expect(certificate.columns.map(\.detectionLimit?.description) == ["0.05", "1", "10"])
        #expect(certificate.value(sample: 1, column: 0) == .below(limit: ExactDecimal("0.05")))
        #expect(trip.checks.contains { $0.hasPrefix("3 results are negative") })
    }

    @Test("Prefixes of QC rows with and without a sign")
    func prefixes() throws {
        let trip = try RoundTrip(
            """
            Cordillera Assay Lab
            Certificado N° 2024-118
            Cliente: Ejemplo SA
            Muestra,Au,Cu
            Unidad,ppm,%
            Método,EF,AAS
            A-1,0.5,0.12
            A-2,1.5,1.25
            DUP-A-2,1.4,1.27
            #STD GLG908-5,0.33,
            #BLK,<0.01,<0.01
            """
        )
        let certificate = try trip.certificate
        #expect(certificate.batch == "2024-118")
        #expect(
            certificate.samples.map(\.origin) == [
                .client, .client, .laboratoryDuplicate(of: "A-2"), .laboratoryCRM(material: "GLG908-5"),
                .laboratoryBlank,
            ]
        )
    }

    @Test(
        "A number of samples directly above the header is no heading of sample numbers",
        arguments: ["Number of samples: 2", "Number of samples:,2", "Numero de Muestras,2"]
    )
    func countAboveHeader(line: String) throws {
        let trip = try RoundTrip(
            """
            Northern Assay Ltd.
            Job No: NA-1042
            \(line)
            Element,,Au,Cu
            Method,,FA50,ME-ICP61
            Unit,,ppm,ppm
            Sample,Type
            A101,Rock,0.05,120
            A102,Rock,0.69,1745
            """
        )
        #expect(try trip.certificate.declaredSamples == 2)
        #expect(trip.layout?.columns[.sample] == [Label("Sample")])
        #expect(trip.layout?.marks.contains { $0.pattern.text.contains("2") } == false)
    }
}
