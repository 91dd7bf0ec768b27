export type CountryCode = 'ID' | 'MY' | 'PH' | 'SG' | 'TH' | 'VN';

interface Naming {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly order: 'given first' | 'family first';
}

export interface Country {
  readonly code: CountryCode;
  /** Of the shop's customers, in per cent. */
  readonly share: number;
  readonly towns: readonly string[];
  readonly naming: readonly Naming[];
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

const chinese: Naming = {
  order: 'family first',
  family: words('Tan, Lim, Lee, Ng, Ong, Wong, Goh, Chua, Koh, Teo, Ang, Yeo, Sim, Low, Toh, Foo, Chong, Heng, Quek'),
  given: words(
    'Wei Jie, Hui Min, Jia Hao, Shu Fen, Kai Xiang, Li Ting, Zhi Yong, Mei Xuan, Yi Ling, Boon Kiat, Pei Shan, Jun Wei, Xin Yi, Soo Cheng, Chee Keong, Siew Lan, Kok Leong, Ai Ling',
  ),
};

const malay: Naming = {
  order: 'given first',
  given: words(
    'Hafiz, Aishah, Faizal, Nurul, Zainab, Azman, Farah, Syahmi, Rosnah, Hakim, Izzati, Khairul, Shahira, Nadia, Amirul, Halimah, Ridzuan, Sakinah',
  ),
  family: words(
    'Rahman, Ismail, Osman, Yusof, Salleh, Hamid, Ahmad, Karim, Zulkifli, Daud, Abdullah, Jaafar, Mansor, Latif',
  ),
};

const tamil: Naming = {
  order: 'given first',
  given: words('Priya, Suresh, Kavitha, Arun, Deepa, Ganesh, Meena, Sanjeev, Shanti, Vikram, Lavanya, Dinesh, Revathi'),
  family: words('Nair, Pillai, Raj, Krishnan, Devi, Subramaniam, Menon, Rao, Kumar, Muthu, Selvam'),
};

/** Where the shop's customers live and how people are called there. */
export const countries: readonly Country[] = [
  {
    code: 'SG',
    share: 24,
    towns: words(
      'Tampines, Bedok, Jurong West, Woodlands, Ang Mo Kio, Toa Payoh, Punggol, Yishun, Clementi, Bukit Batok, Sengkang, Queenstown, Hougang, Pasir Ris',
    ),
    naming: [chinese, chinese, chinese, malay, tamil],
  },
  {
    code: 'MY',
    share: 20,
    towns: words(
      'Shah Alam, Petaling Jaya, Ipoh, George Town, Johor Bahru, Kuching, Kota Kinabalu, Seremban, Melaka, Kajang, Klang, Alor Setar, Kuantan',
    ),
    naming: [malay, malay, malay, chinese, chinese, tamil],
  },
  {
    code: 'PH',
    share: 18,
    towns: words(
      'Quezon City, Cebu City, Davao, Iloilo, Bacolod, Makati, Pasig, Cagayan de Oro, Baguio, Antipolo, Batangas, Dumaguete, Las Piñas',
    ),
    naming: [
      {
        order: 'given first',
        given: words(
          'Jessa, Mark Anthony, Liezl, Jomar, Cherry Ann, Rodel, Marites, Kristoffer, Angelica, Rowena, Dindo, Grace, Edwin, Lovely, Jericho, Teresita, Bing, Carlo, Analyn, Ramil',
        ),
        family: words(
          'Santos, Reyes, Cruz, Bautista, Ocampo, Garcia, Mendoza, Villanueva, Ramos, Abrera, Castillo, Dela Cruz, Navarro, Salazar, Pascual, Manalo, Dizon, Soriano',
        ),
      },
    ],
  },
  {
    code: 'ID',
    share: 16,
    towns: words(
      'Bandung, Surabaya, Yogyakarta, Bekasi, Medan, Semarang, Denpasar, Makassar, Depok, Malang, Palembang, Balikpapan, Jakarta Selatan',
    ),
    naming: [
      {
        order: 'given first',
        given: words(
          'Rizky, Putri, Bayu, Ayu, Agus, Dewi, Fajar, Intan, Yoga, Tika, Bagus, Wulan, Dimas, Sari, Heru, Lestari, Aris, Ratna, Galih, Novi',
        ),
        family: words(
          'Pratama, Wijaya, Saputra, Kusuma, Hidayat, Permata, Nugroho, Anggraini, Siregar, Maharani, Setiawan, Utami, Gunawan, Simanjuntak, Handayani, Wibowo',
        ),
      },
    ],
  },
  {
    code: 'TH',
    share: 11,
    towns: words(
      'Chiang Mai, Nonthaburi, Khon Kaen, Phuket, Hat Yai, Chonburi, Nakhon Ratchasima, Bang Na, Udon Thani, Rayong',
    ),
    naming: [
      {
        order: 'given first',
        given: words(
          'Somchai, Nattaya, Kittipong, Siriporn, Anan, Pimchanok, Thanawat, Wanida, Chaiwat, Supaporn, Nattapong, Kanya, Prasert, Ploy, Arthit, Malee',
        ),
        family: words(
          'Srisuk, Wongsiri, Chaiyasit, Boonmee, Rattanakorn, Saelim, Phromma, Kaewkla, Suwannarat, Thongdee, Intarak, Jaidee, Panyawong',
        ),
      },
    ],
  },
  {
    code: 'VN',
    share: 11,
    towns: words('Đà Nẵng, Hải Phòng, Cần Thơ, Thủ Đức, Biên Hòa, Huế, Nha Trang, Cầu Giấy, Vũng Tàu, Đà Lạt'),
    naming: [
      {
        order: 'family first',
        family: words('Nguyễn, Trần, Lê, Phạm, Huỳnh, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Phan'),
        given: words(
          'Thu Hà, Minh Tuấn, Thị Lan, Quốc Bảo, Ngọc Anh, Văn Tâm, Bảo Trâm, Đức Long, Thanh Mai, Hoàng Nam, Kim Ngân, Gia Huy, Phương Thảo, Hải Yến, Thành Đạt',
        ),
      },
    ],
  },
];
